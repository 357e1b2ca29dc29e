// Grades exercises/ as the student's own check: every check there is a test for, at the strongest level that holds.

import { createHash, randomBytes } from 'node:crypto';

import type { ExerciseOnDisk, ReportSubmission } from '@cookie-lessons/lesson-contract';
import { type Level, strongestLevel } from '@cookie-lessons/sandbox';

import { TypeChecker } from '../../check-types/type-checker';
import { typeCheckerParts } from '../../check-types/with-type-advice';
import type { Course } from '../../course/load-course';
import { gradeSubmission } from '../../grade-submission';
import type { Submission } from '../../intake/submission';
import { gradeClass } from '../../run-checks/grade-class';
import { everything } from '../../score/assignment';
import { handedInOf, studentOf } from './workspace';

export interface CheckedWorkspace {
  readonly report: ReportSubmission;
  /** Exercise id -> advice on its types. Comes later than the report: the compiler is slow to start. */
  readonly typeAdvice: Promise<ReadonlyMap<string, readonly string[]>>;
}

export async function checkWorkspace(course: Course, exercises: readonly ExerciseOnDisk[]): Promise<CheckedWorkspace> {
  const { level } = await strongestLevel();
  const submission = workspaceAsSubmission(course, exercises);
  const seed = randomBytes(16).toString('hex');
  const typeAdvice = adviseOnTypes(course, level, submission);
  const [run] = await gradeClass([submission], { course, level, jobs: 1, seed });
  if (!run) throw new Error('Nothing was graded.');
  const counted = { ...everything, shown: ({ id }: { id: string }) => submission.exercises.has(id) };
  return { report: gradeSubmission(submission, run, { course, seed, counted }), typeAdvice };
}

function workspaceAsSubmission(course: Course, exercises: readonly ExerciseOnDisk[]): Submission {
  const handedIn = new Map(
    exercises.map((onDisk) => [onDisk.exercise.id, { files: handedInOf(course, onDisk), problems: [] }] as const),
  );
  const everyFile = JSON.stringify([...handedIn].map(([id, { files }]) => [id, [...files]]));
  return {
    source: 'exercises',
    student: studentOf(course),
    declared: null,
    exercises: handedIn,
    contentHash: createHash('sha256').update(everyFile).digest('hex'),
    receivedAt: null,
    findings: [],
  };
}

async function adviseOnTypes(
  course: Course,
  level: Level,
  { exercises }: Submission,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const advice = new Map<string, readonly string[]>();
  const types = new TypeChecker(typeCheckerParts(course, level));
  try {
    for (const [id, { files }] of exercises) advice.set(id, await types.advise(files));
    return advice;
  } finally {
    await types.close();
  }
}
