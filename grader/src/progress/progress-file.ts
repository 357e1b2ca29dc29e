// What the student's checks have shown so far, kept in exercises/.progress.json. Terminal, watch screen and site share it: no door in here.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { type ExerciseOnDisk, isNotStarted, readHandedIn, type ReportExercise } from '@cookie-lessons/lesson-contract';

import type { Course } from '../course/load-course';
import { writeWhole } from '../report/write-whole';
import { countedChecks } from './counted-checks';
import { oneAtATime } from './one-at-a-time';
import { type NotedExercise, parseProgress } from './parse-progress';

export interface Progress {
  readonly version: 1;
  /** By exercise id, as of its last check. */
  readonly exercises: Readonly<Record<string, NotedExercise>>;
  /** A sentence to show: the file could not be used and was put aside. Said once, since the next read finds none. */
  readonly setAside?: string;
}

export interface Standing {
  /** `changed`: was checked, and its files differ since; the figures are of before. */
  readonly state: 'not-started' | 'started' | 'solved' | 'changed';
  readonly passed: number;
  readonly of: number;
}

/** @param root of the repository. @returns nothing noted yet where there is no file, or none that can be used. */
export function readProgress(root: string): Progress {
  const read = readFile(root);
  // Put aside by one process only: another may have begun a good file meanwhile.
  return read === 'unusable' ? oneAtATime(progressFileIn(root), () => readOrPutAside(root)) : read;
}

/**
 * Notes what a check of one exercise has shown, beside what stands there of the others, whoever wrote it.
 *
 * `solvedAt` is when all checks first passed, and stays so as long as they do: a later check that fails clears it.
 * What was not graded (not started, the grader's own fault) leaves no trace.
 *
 * @param contentHash of the files that were checked; see contentHashOf.
 */
export function noteChecked(root: string, exercise: ReportExercise, contentHash: string, now: Date): Progress {
  if (exercise.state !== 'graded') return readProgress(root);
  return oneAtATime(progressFileIn(root), () => {
    const { exercises, setAside } = readOrPutAside(root);
    const noted = noteOf(exercise, contentHash, now, exercises[exercise.id]?.solvedAt ?? null);
    const progress = { version: 1 as const, exercises: { ...exercises, [exercise.id]: noted } };
    writeWhole(progressFileIn(root), `${JSON.stringify(progress, null, 2)}\n`);
    return setAside === undefined ? progress : { ...progress, setAside };
  });
}

/** Where one exercise stands, by its files now and by what was noted. Runs nothing. */
export function standingOf(course: Course, { exercise, starter }: ExerciseOnDisk, progress: Progress): Standing {
  const files = readHandedIn(course.files, 'exercises', exercise);
  const noted = progress.exercises[exercise.id];
  const figures = { passed: noted?.passed.length ?? 0, of: noted?.checks ?? exercise.checks.length };
  if (isNotStarted(files, starter)) return { state: 'not-started', passed: 0, of: figures.of };
  if (noted === undefined) return { state: 'started', ...figures };
  if (noted.contentHash !== contentHashOf(files)) return { state: 'changed', ...figures };
  return { state: noted.solvedAt === null ? 'started' : 'solved', ...figures };
}

/** @param files the declared files of one exercise that are there, by path inside it. @returns sha256, hex. */
export function contentHashOf(files: ReadonlyMap<string, string>): string {
  const inOrder = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex');
}

export function progressFileIn(root: string): string {
  return join(root, 'exercises', '.progress.json');
}

function readFile(root: string): Progress | 'unusable' {
  if (!existsSync(progressFileIn(root))) return { version: 1, exercises: {} };
  const exercises = parseProgress(readFileSync(progressFileIn(root), 'utf8'));
  return exercises === null ? 'unusable' : { version: 1, exercises };
}

function readOrPutAside(root: string): Progress {
  const read = readFile(root);
  if (read !== 'unusable') return read;
  let number = 1;
  while (existsSync(`${progressFileIn(root)}.broken-${number}`)) number++;
  renameSync(progressFileIn(root), `${progressFileIn(root)}.broken-${number}`);
  const setAside = `exercises/.progress.json could not be read, so your progress begins anew. The old file is kept: exercises/.progress.json.broken-${number}`;
  return { version: 1, exercises: {}, setAside };
}

function noteOf(exercise: ReportExercise, contentHash: string, now: Date, solvedAt: string | null): NotedExercise {
  const counted = countedChecks(exercise);
  const passed = counted.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
  const possible = counted.reduce((sum, { points }) => sum + points.possible, 0);
  return {
    contentHash,
    passed,
    checks: counted.length,
    points: { earned: exercise.points.earned, possible },
    checkedAt: now.toISOString(),
    solvedAt: passed.length === counted.length && counted.length > 0 ? (solvedAt ?? now.toISOString()) : null,
  };
}
