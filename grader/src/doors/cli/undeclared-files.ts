// Files in an exercise's folder that the exercise doesn't read. Somebody may have worked in one of them.

import { statSync } from 'node:fs';
import { join } from 'node:path';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import type { Course } from '../../course/load-course';
import type { UndeclaredFile } from '../../diagnose/diagnosis';

const maxDepth = 3;
const maxFiles = 50;
const isNotice = /(^|\/)(readme|task|notes?|todo)\b[^/]*$|\.(md|test\.ts|d\.ts|log|png|jpe?g)$/i;
const isSetting = /(^|\/)(student|package|package-lock|tsconfig)\.json$|(^|\/)jest\.config\.\w+$|~$/i;

/** Notices, settings, dotfiles and node_modules are none. */
export function undeclaredFiles(course: Course, { exercise }: ExerciseOnDisk): readonly UndeclaredFile[] {
  const folder = `exercises/${exercise.id}`;
  const read = (path: string): string | null => course.files.read(`${folder}/${path}`);
  const declared = exercise.files.filter((path) => read(path) !== null);
  const savedAt = (path: string): number => statSync(join(course.root, folder, path)).mtimeMs;
  const latest = Math.max(0, ...declared.map(savedAt));
  return filesBelow(course, folder, '', maxDepth)
    .filter((path) => !exercise.files.includes(path) && !isNotice.test(path) && !isSetting.test(path))
    .slice(0, maxFiles)
    .map((path) => {
      const isCopy = declared.some((known) => read(known) === read(path));
      return { path, isNewer: !isCopy && savedAt(path) > latest };
    });
}

function filesBelow(course: Course, folder: string, within: string, depth: number): readonly string[] {
  return course.files.list(`${folder}/${within}`).flatMap((name) => {
    if (!name.endsWith('/')) return [`${within}${name}`];
    return depth === 0 ? [] : filesBelow(course, folder, `${within}${name}`, depth - 1);
  });
}
