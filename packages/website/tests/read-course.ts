// The course of this repository, as a test needs it: read from its folders, once.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type CourseFiles, readLessons } from '@cookie-lessons/lesson-contract';

import type { SiteCourse } from '../src';

const root = join(__dirname, '..', '..', '..');

let course: SiteCourse | undefined;

export function readCourse(): SiteCourse {
  return (course ??= reallyRead());
}

function reallyRead(): SiteCourse {
  const lessons = readLessons(files);
  const exercises = lessons.flatMap((lesson) => lesson.exercises.map((onDisk) => [onDisk.exercise.id, onDisk] as const));
  return { root, files, lessons, exercises: new Map(exercises) };
}

const files: CourseFiles = {
  read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null),
  list: (path) => (existsSync(join(root, path)) ? namesIn(join(root, path)) : []),
};

function namesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const own = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  return own.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
}
