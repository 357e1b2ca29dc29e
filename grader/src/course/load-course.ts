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
  readLessons,
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
  /** Over all manifests and checks: reports made with other checks are not continued. */
  readonly hash: string;
}

/** @throws ManifestError */
export function loadCourse(root: string): Course {
  const files = readFolders(root);
  const lessons = readLessons(files);
  const exercises = new Map(lessons.flatMap((lesson) => lesson.exercises.map((onDisk) => [onDisk.exercise.id, onDisk] as const)));
  const text = files.read('course.json');
  const manifest = text === null ? null : parseManifest(courseSchema, text, 'course.json');
  return { root, files, lessons, exercises, manifest, hash: hashOf(files, exercises.values(), text) };
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

function hashOf(files: CourseFiles, exercises: Iterable<ExerciseOnDisk>, courseText: string | null): string {
  const hash = createHash('sha256').update(courseText ?? '');
  for (const { folder } of exercises) {
    for (const name of ['exercise.json', 'visible.test.ts', 'hidden.test.ts'])
      hash.update(`\0${folder}/${name}\0${files.read(`${folder}/${name}`) ?? ''}`);
  }
  return hash.digest('hex');
}
