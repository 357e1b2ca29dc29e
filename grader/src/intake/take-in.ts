// From the paths on the command line to submissions: folders, archives, and folders of either.

import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import type { Course } from '../course/load-course';
import { printablePath } from './plain-path';
import { IntakeProblem, type RawFiles } from './raw-files';
import { readFolder } from './read-folder';
import { readTgz } from './read-tgz';
import { readZip } from './read-zip';
import type { HandedIn, NotASubmission, Submission } from './submission';

export type Taken = { readonly submission: Submission } | { readonly refused: NotASubmission };

const archiveName = /\.(zip|tgz|tar\.gz)$/i;

/** @throws IntakeProblem for a path that doesn't exist: the person who typed it should know before anything is graded. */
export function findContainers(course: Course, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (!existsSync(path))
      throw new IntakeProblem(
        `There is no ${path}. Give a folder shaped like exercises/, a .zip or .tgz of one, or a folder of these.`,
      );
    if (!statSync(path).isDirectory()) {
      if (!archiveName.test(path)) throw new IntakeProblem(`${path} is neither a folder nor a .zip or .tgz.`);
      return [path];
    }
    if (isShapedLikeExercises(course, path)) return [path];
    const inside = readdirSync(path)
      .filter((name) => !name.startsWith('.') && name !== 'node_modules')
      .sort()
      .map((name) => join(path, name))
      .filter((inner) => archiveName.test(inner) || lstatSync(inner).isDirectory());
    if (inside.length === 0) throw new IntakeProblem(`${path} holds no submissions: no folders, .zip or .tgz files.`);
    return inside;
  });
}

function isShapedLikeExercises(course: Course, folder: string): boolean {
  const names = new Set(readdirSync(folder));
  return names.has('student.json') || names.has('exercises') || course.lessons.some(({ id }) => names.has(id));
}

/** One container; a broken one becomes a row that says so, and hinders no other. */
export async function takeIn(course: Course, container: string): Promise<Taken> {
  const name = basename(resolve(container)).replace(archiveName, '');
  const student = { id: printablePath(name), name: printablePath(name) };
  const source = printablePath(basename(resolve(container)));
  try {
    const raw = await readContainer(container);
    return {
      submission: await toSubmission(course, raw, {
        source,
        student,
        receivedAt: archiveName.test(container) ? lstatSync(container).mtime.toISOString() : null,
      }),
    };
  } catch (error) {
    const reason =
      error instanceof IntakeProblem
        ? error.message
        : `It could not be read (${error instanceof Error ? error.message : String(error)}).`;
    return { refused: { source, student, reason } };
  }
}

async function readContainer(container: string): Promise<RawFiles> {
  if (lstatSync(container).isSymbolicLink() && statSync(container).isDirectory())
    throw new IntakeProblem('It is a link to a folder. Give the folder itself.');
  if (statSync(container).isDirectory()) return readFolder(container);
  return /\.zip$/i.test(container) ? readZip(container) : readTgz(container);
}

type Identity = Pick<Submission, 'source' | 'student' | 'receivedAt'>;

async function toSubmission(course: Course, raw: RawFiles, identity: Identity): Promise<Submission> {
  const prefix = commonPrefix(
    course,
    raw.files.map(({ path }) => path),
  );
  if (prefix === null)
    throw new IntakeProblem(
      `It holds no exercise of this course (looked for ${[...course.exercises.keys()][0] ?? '<lesson>/<exercise>'} and the like). It should be shaped like exercises/.`,
    );
  const byPath = new Map(raw.files.map((file) => [file.path, file]));
  const exercises = new Map<string, HandedIn>();
  const hash = createHash('sha256');
  let declaredFiles = 0;
  for (const [id, { exercise }] of course.exercises) {
    const files = new Map<string, string>();
    const problems: string[] = [];
    for (const path of exercise.files) {
      const file = byPath.get(`${prefix}${id}/${path}`);
      if (!file) continue;
      declaredFiles++;
      try {
        const text = strictUtf8(await file.read());
        files.set(path, text);
        hash.update(JSON.stringify([id, path, text]));
      } catch (error) {
        problems.push(error instanceof IntakeProblem ? error.message : `${path} could not be read.`);
      }
    }
    if (files.size > 0 || problems.length > 0) exercises.set(id, { files, problems });
  }
  const known =
    declaredFiles +
    Number(byPath.has(`${prefix}student.json`)) +
    raw.files.filter(({ path }) => path.endsWith('/task.md')).length;
  const others = raw.files.length - known;
  const findings = [
    ...raw.findings.slice(0, 20),
    ...(others > 0
      ? [`${others} other file${others === 1 ? '' : 's'} that no exercise asks for ${others === 1 ? 'was' : 'were'} left out.`]
      : []),
  ];
  return {
    ...identity,
    declared: await readDeclared(byPath.get(`${prefix}student.json`)),
    exercises,
    contentHash: hash.digest('hex'),
    findings,
  };
}

/** Where the lessons begin: at the top, or below one or two wrapping folders such as `submission/exercises/`. */
function commonPrefix(course: Course, paths: readonly string[]): string | null {
  for (const path of paths) {
    for (const { id } of course.lessons) {
      const match = new RegExp(`^((?:[^/]+/){0,3}?)${id}/[a-z0-9-]+/`).exec(path);
      if (match) return match[1] ?? '';
    }
  }
  return null;
}

function strictUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new IntakeProblem('A file is not UTF-8 text. Save it as UTF-8 and hand it in again.');
  }
}

async function readDeclared(file: RawFiles['files'][number] | undefined): Promise<Submission['declared']> {
  if (!file) return null;
  try {
    const data: unknown = JSON.parse(strictUtf8(await file.read()));
    const { id, name } = (data ?? {}) as { id?: unknown; name?: unknown };
    return { id: typeof id === 'string' ? printablePath(id) : '', name: typeof name === 'string' ? printablePath(name) : '' };
  } catch {
    return null;
  }
}
