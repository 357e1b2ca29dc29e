// Between the coordinator and its workers. Both are ours; what a submission said travels only as capped text in outcomes.

import type { Level } from '@cookie-lessons/sandbox';

import type { SubmissionRun } from './exercise-run';

export interface GradeJob {
  readonly job: number;
  readonly root: string;
  readonly level: Level;
  /** 32 bytes for this submission, hex. */
  readonly seed: string;
  readonly studentId: string;
  /** Exercise id -> path -> text. Only exercises that are to be graded. */
  readonly exercises: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Every exercise in a process of its own. */
  readonly strict: boolean;
  /** Checks in an order of their own, for `verify`. */
  readonly shuffle: boolean;
  /** Exercises whose starter is to be graded like anything else, for `verify`. */
  readonly gradeStarters: boolean;
}

export type WorkerAnswer =
  | { readonly said: 'ready' }
  | { readonly said: 'began'; readonly job: number; readonly exerciseId: string }
  | {
      readonly said: 'done';
      readonly job: number;
      readonly run: SubmissionRun;
      /** The worker has seen something that may outlive the job. */ readonly tired: boolean;
    };
