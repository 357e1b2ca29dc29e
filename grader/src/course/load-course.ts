// The course this grader belongs to, read from its folders.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import {
  type CourseFiles,
  type CourseManifest,
  courseSchema,
  type ExerciseOnDisk,
  type LessonOnDisk,
  parseManifest,
  readLabs,
  readLessons,
  readQuestions,
} from '@cookie-lessons/lesson-contract';

export interface Course {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly files: CourseFiles;
  readonly lessons: readonly LessonOnDisk[];
  /** By id, in the order of the lessons. */
  readonly exercises: ReadonlyMap<string, ExerciseOnDisk>;
  /** course.json, where there is one. */
  readonly manifest: CourseManifest | null;
  /** Over manifests, checks and all they stand on: reports made with others are not continued. */
  readonly hash: string;
}

/** @throws ManifestError */
export function loadCourse(root: string): Course {
  const files = readFolders(root);
  const lessons = readLessons(files);
  const exercises = new Map(lessons.flatMap((lesson) => lesson.exercises.map((onDisk) => [onDisk.exercise.id, onDisk] as const)));
  const text = files.read('course.json');
  const manifest = text === null ? null : parseManifest(courseSchema, text, 'course.json');
  return { root, files, lessons, exercises, manifest, hash: hashOf(files, lessons, text) };
}

/** Links are followed here: this is our own course, not a submission. */
function readFolders(root: string): CourseFiles {
  return {
    read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null),
    list: (path) => (existsSync(join(root, path)) ? namesIn(join(root, path)) : []),
  };
}

function namesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== 'node_modules');
  return names.map((name) => (statSync(join(folder, name)).isDirectory() ? `${name}/` : name)).sort();
}

function hashOf(files: CourseFiles, lessons: readonly LessonOnDisk[], courseText: string | null): string {
  const hash = createHash('sha256').update(courseText ?? '');
  const add = (path: string, text: string): unknown => hash.update(JSON.stringify([path, text]));
  for (const { folder, exercises } of lessons) {
    for (const [path, text] of [...readLabs(files, folder), ...readQuestions(files, folder)]) add(`${folder}/${path}`, text);
    for (const { folder: exercise, harness, starter } of exercises) {
      const own = files.list(exercise).filter((name) => name.endsWith('.ts'));
      for (const name of ['exercise.json', ...own]) add(`${exercise}/${name}`, files.read(`${exercise}/${name}`) ?? '');
      for (const [path, text] of [...harness, ...starter]) add(`${exercise}/${path}`, text);
    }
  }
  return hash.digest('hex');
}
