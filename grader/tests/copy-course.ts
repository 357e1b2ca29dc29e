// A course to spoil: our packages and node_modules by link, exercises/ as a fresh copy of the starters.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import { type Course, loadCourse } from '../src/course/load-course';

const root = join(__dirname, '..', '..');

export interface CopiedCourse {
  readonly root: string;
  /** @param path below exercises/. */
  write(path: string, content: string | Buffer): void;
  /** @param path below exercises/. */
  read(path: string): string;
  /** Puts our solution there. */
  solve(id: string): void;
  remove(): void;
}

export function copyCourse(): CopiedCourse {
  const copy = mkdtempSync(join(tmpdir(), 'course-'));
  const within = (path: string): string => join(copy, 'exercises', path);
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(within(path)), { recursive: true });
    writeFileSync(within(path), content);
  };
  const course = loadCourse(root);
  for (const { exercise, starter } of course.exercises.values())
    for (const [path, text] of starter) write(`${exercise.id}/${path}`, text);
  write('student.json', '{ "id": "", "name": "" }\n');
  symlinkSync(join(root, 'packages'), join(copy, 'packages'));
  symlinkSync(join(root, 'exercises', 'node_modules'), within('node_modules'));
  return {
    root: copy,
    write,
    read: (path) => readFileSync(within(path), 'utf8'),
    solve(id) {
      for (const path of exerciseOf(course, id).exercise.files)
        write(`${id}/${path}`, readFileSync(join(root, 'solutions', id, path), 'utf8'));
    },
    remove: () => rmSync(copy, { recursive: true }),
  };
}

export function exerciseOf(course: Course, id: string): ExerciseOnDisk {
  const found = course.exercises.get(id);
  if (!found) throw new Error(`There is no exercise ${id}.`);
  return found;
}
