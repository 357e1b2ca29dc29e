// A class of generated submissions: for every exercise the solution, a right answer or a wrong answer of this repository,
// drawn from a fixed seed, so that every run of the bench grades the same class.

import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type ExerciseOnDisk, readAnswers, readHandedIn } from '@cookie-lessons/lesson-contract';

import type { Course } from '../src/course/load-course';

export interface GeneratedSubmission {
  readonly name: string;
  /** Exercise id -> path -> text. */
  readonly exercises: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

type Answers = readonly [solution: Files, rightAnswers: readonly Files[], wrongAnswers: readonly Files[]];
type Files = ReadonlyMap<string, string>;

/** Whose papers are drawn for: the answers in this repository are this student's. */
const studentId = 'solution';

export function generateClass(course: Course, exercises: readonly ExerciseOnDisk[], count: number): GeneratedSubmission[] {
  const answers = new Map(exercises.map((onDisk) => [onDisk.exercise.id, answersOf(course, onDisk)]));
  return Array.from({ length: count }, (_, index) => ({
    name: `submission-${String(index + 1).padStart(3, '0')}`,
    exercises: new Map([...answers].map(([id, each]) => [id, drawOne(each, `${index} ${id}`)])),
  }));
}

export function solutionsOf(course: Course, exercises: readonly ExerciseOnDisk[]): GeneratedSubmission {
  const found = exercises.map(({ exercise }) => [exercise.id, readHandedIn(course.files, 'solutions', exercise)] as const);
  return { name: 'solutions', exercises: new Map(found) };
}

/** As it is handed in: a folder shaped like exercises/. */
export function writeForGrader(folder: string, { exercises }: GeneratedSubmission): void {
  writeFiles(folder, '', studentFile);
  for (const [id, files] of exercises) writeFiles(folder, `${id}/`, files);
}

/** As Jest imports it: the same files, where there is a harness in the places where that looks for them. */
export function writeForPeer(folder: string, course: Course, { exercises }: GeneratedSubmission): void {
  writeFiles(folder, '', studentFile);
  for (const [id, files] of exercises) {
    const harness = course.exercises.get(id)?.harness ?? new Map<string, string>();
    writeFiles(folder, harness.size > 0 ? `${id}/starter/` : `${id}/`, files);
    writeFiles(folder, `${id}/`, harness);
  }
}

/** So that what lies below finds express, as an ordinary course's own folders do. */
export function linkPackages(folder: string, course: Course): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(course.root, 'exercises', 'node_modules'), join(folder, 'node_modules'));
}

const studentFile = new Map([['student.json', JSON.stringify({ id: studentId, name: '' })]]);

/** Answers that crash, hang or exit are left out: they would measure time limits, and end the peer's process. */
function answersOf(course: Course, onDisk: ExerciseOnDisk): Answers {
  const solution = readHandedIn(course.files, 'solutions', onDisk.exercise);
  const usable = (answers: readonly { readonly files: Files }[]): Files[] =>
    answers.filter(({ files }) => !exits(files)).map(({ files }) => new Map([...solution, ...files]));
  const right = readAnswers(course.files, onDisk, 'right-answers');
  const wrong = readAnswers(course.files, onDisk, 'wrong-answers').filter(({ header }) => header?.by === 'assertion');
  return [solution, usable(right), usable(wrong)];
}

/** A process that refuses to start is told by its exit; the peer's process would be gone with it. */
function exits(files: Files): boolean {
  return [...files.values()].some((text) => /\bexit\s*\(/.test(text));
}

/** One of the three kinds, then one of that kind. */
function drawOne([solution, right, wrong]: Answers, label: string): Files {
  const digest = createHash('sha256').update(`cookie-lessons bench ${label}`).digest();
  const kinds = [[solution], right, wrong].filter((kind) => kind.length > 0);
  const kind = kinds[digest.readUInt32BE(0) % kinds.length] ?? [solution];
  return kind[digest.readUInt32BE(4) % kind.length] ?? solution;
}

function writeFiles(folder: string, below: string, files: Files): void {
  for (const [path, text] of files) {
    const file = join(folder, `${below}${path}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
