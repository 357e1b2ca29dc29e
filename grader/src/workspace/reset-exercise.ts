// Puts the starter back, for the terminal and the watch screen alike. Nothing a student wrote is ever lost by it.

import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import type { Course } from '../course/load-course';

export interface ResetExercise {
  /** The folder in the repository that holds what was there; null where nothing was. */
  readonly keptAt: string | null;
  /** Paths inside the exercise that are the starter's again, or gone since the starter has none. Empty: there was nothing to reset. */
  readonly restored: readonly string[];
  /** Other files that lie there; untouched, since no exercise asks for them. */
  readonly left: readonly string[];
}

/** What a reset would change. Touches nothing. */
export function filesToReset(course: Course, { exercise, starter }: ExerciseOnDisk): readonly string[] {
  const paths = new Set([...exercise.files, ...starter.keys()]);
  return [...paths].filter((path) => {
    const absolute = join(course.root, 'exercises', exercise.id, path);
    const wanted = starter.get(path);
    if (!existsSync(absolute)) return wanted !== undefined;
    return exercise.files.includes(path) && (wanted === undefined || !readFileSync(absolute).equals(Buffer.from(wanted)));
  });
}

/**
 * Copies the declared files to `exercises/.kept/<lesson>/<exercise>/<time>/`, and only then writes the starter's.
 *
 * A file that is not declared is never overwritten; one of the starter that was deleted comes back.
 */
export function resetExercise(course: Course, onDisk: ExerciseOnDisk, now: Date): ResetExercise {
  const { exercise, starter } = onDisk;
  const folder = join(course.root, 'exercises', exercise.id);
  const restored = filesToReset(course, onDisk);
  const inTheWay = restored.filter((path) => existsSync(join(folder, path)));
  const keptAt = inTheWay.length === 0 ? null : freeFolder(course.root, exercise.id, now);
  for (const path of inTheWay) {
    const copy = join(course.root, keptAt ?? '', path);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(folder, path), copy);
  }
  for (const path of restored) {
    // Removed first: a link would lead the starter's text to where it points.
    rmSync(join(folder, path), { force: true });
    const text = starter.get(path);
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { keptAt, restored, left: undeclared(folder, onDisk) };
}

function freeFolder(root: string, id: string, now: Date): string {
  const wished = `exercises/.kept/${id}/${now.toISOString().slice(0, 19).replaceAll(':', '-')}`;
  let folder = wished;
  for (let number = 2; existsSync(join(root, folder)); number++) folder = `${wished}-${number}`;
  return folder;
}

/** What is neither handed in, nor ours as we gave it. A folder is named, not entered. */
function undeclared(folder: string, { exercise, starter }: ExerciseOnDisk): readonly string[] {
  const ours = (path: string): boolean =>
    path === 'task.md' || exercise.files.includes(path) || starter.get(path) === readFileSync(join(folder, path), 'utf8');
  const isPartOfOurs = (path: string): boolean =>
    [...exercise.files, ...starter.keys()].some((known) => known.startsWith(`${path}/`));
  const walk = (below: string): string[] =>
    readdirSync(join(folder, below)).flatMap((name) => {
      const path = `${below}${name}`;
      if (!lstatSync(join(folder, path)).isDirectory()) return ours(path) ? [] : [path];
      return isPartOfOurs(path) ? walk(`${path}/`) : [`${path}/`];
    });
  return walk('').sort();
}
