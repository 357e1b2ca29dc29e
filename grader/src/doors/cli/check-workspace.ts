// Grades exercises/ as the student's own check: every check there is a test for, at the strongest level that holds.

import { createHash, randomBytes } from 'node:crypto';

import type { ExerciseOnDisk, ReportSubmission } from '@cookie-lessons/lesson-contract';
import { strongestLevel } from '@cookie-lessons/sandbox';

import { TypeChecker } from '../../check-types/type-checker';
import { typeCheckerParts } from '../../check-types/with-type-advice';
import type { Course } from '../../course/load-course';
import type { Diagnosis } from '../../diagnose/diagnose';
import { gradeSubmission } from '../../grade-submission';
import type { Submission } from '../../intake/submission';
import type { Exchange, SubmissionRun } from '../../run-checks/exercise-run';
import { GradingLane } from '../../run-checks/grade-class';
import { everything } from '../../score/assignment';
import { diagnoseInWorkspace } from './diagnose-in-workspace';
import { handedInOf, studentOf } from './workspace';

export interface CheckedWorkspace {
  readonly report: ReportSubmission;
  /** Exercise id -> advice on its types. Comes later than the report: the compiler is slow to start. */
  readonly typeAdvice: Promise<ReadonlyMap<string, readonly string[]>>;
  /** Exercise id -> whose fault it is, where a program doesn't answer as a program. */
  readonly diagnoses: ReadonlyMap<string, Diagnosis>;
  /** Exercise id -> check id -> the last thing that was sent before the check failed. */
  readonly lastExchanges: ReadonlyMap<string, ReadonlyMap<string, Exchange>>;
}

export async function checkWorkspace(course: Course, exercises: readonly ExerciseOnDisk[]): Promise<CheckedWorkspace> {
  const checker = await openWorkspaceChecker(course);
  const checked = checker.check(exercises);
  void checked.then(({ typeAdvice }) => typeAdvice).finally(() => checker.close()).catch(() => {}); // prettier-ignore
  return checked;
}

/** Checks again and again with one worker and one compiler: to start those is what takes long. */
export interface WorkspaceChecker {
  check(exercises: readonly ExerciseOnDisk[]): Promise<CheckedWorkspace>;
  /** Also ends what is being checked. */
  close(): void;
}

export async function openWorkspaceChecker(course: Course): Promise<WorkspaceChecker> {
  const { level } = await strongestLevel();
  const seed = randomBytes(16).toString('hex');
  const lane = new GradingLane({ course, level, seed });
  const types = new TypeChecker(typeCheckerParts(course, level));
  let jobs = 0;
  return {
    async check(exercises) {
      const submission = workspaceAsSubmission(course, exercises);
      const typeAdvice = adviseOnTypes(types, submission);
      const run = await lane.grade(submission, ++jobs);
      const counted = { ...everything, shown: ({ id }: { id: string }) => submission.exercises.has(id) };
      const report = gradeSubmission(submission, run, { course, seed, counted });
      return { report, typeAdvice, diagnoses: diagnosesOf(course, exercises, run), lastExchanges: lastExchangesOf(run) };
    },
    close() {
      lane.close();
      void types.close();
    },
  };
}

function diagnosesOf(course: Course, exercises: readonly ExerciseOnDisk[], run: SubmissionRun): ReadonlyMap<string, Diagnosis> {
  const diagnoses = new Map<string, Diagnosis>();
  for (const onDisk of exercises) {
    const ran = run.exercises.find(({ exerciseId }) => exerciseId === onDisk.exercise.id);
    const found = diagnoseInWorkspace(course, onDisk, ran ?? null);
    if (found) diagnoses.set(onDisk.exercise.id, found);
  }
  return diagnoses;
}

function lastExchangesOf({ exercises }: SubmissionRun): CheckedWorkspace['lastExchanges'] {
  return new Map(exercises.map(({ exerciseId, lastExchanges }) => [exerciseId, lastExchanges]));
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

async function adviseOnTypes(types: TypeChecker, { exercises }: Submission): Promise<ReadonlyMap<string, readonly string[]>> {
  const advice = new Map<string, readonly string[]>();
  for (const [id, { files }] of exercises) advice.set(id, await types.advise(files));
  return advice;
}
