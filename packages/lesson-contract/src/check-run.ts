// The seam between whoever runs a check file (the grader's worker, plain Jest) and what a check may use (check-kit).
// Types only: the runner puts a CheckRun on globalThis, check-kit reads it. Nothing here is ever built from a submission's own words.

import type { Program, ProgramFault, ProgramOptions } from '@cookie-lessons/sandbox';

import type { Exercise } from './exercise';

/** Where the runner puts the {@link CheckRun} of the exercise it is about to run. */
export const checkRunSymbol: unique symbol = Symbol.for('cookie-lessons.check-run') as never;

/** All that a check file of one exercise may reach while one submission is being looked at. */
export interface CheckRun {
  readonly exercise: Exercise;
  /** The id of `student.json` where there is one, else the container's. Drawn papers and receipts depend on it. */
  readonly student: { readonly id: string };
  /** The declared files that were handed in, by their path inside the exercise. Untrusted text; strict UTF-8. */
  readonly handedIn: ReadonlyMap<string, string>;
  /** 32 bytes, already bound to submission and exercise; a check derives its own by HMAC-SHA256 over check id and label. */
  readonly seed: Uint8Array;
  /** Loads the handed-in program afresh in the submission's box. Programs started earlier in this run answer no more. */
  startProgram(options: ProgramOptions): Promise<Program>;
  /** Loads one of the lesson's own apps (a path inside the lesson's package, e.g. `labs/plain-store.ts`) in a box of its own. */
  startTarget(entry: string, options?: ProgramOptions): Promise<Program>;
  /** The exercise has not been touched: its checks are shown as skipped, and nothing is loaded. */
  readonly notStarted?: boolean;
  /** How many times as long as told a check may take; 1 unless given. */
  readonly patience?: number;
  /** Where given, decides whether a recorded outcome is as it should be (by throwing), instead of the outcome itself. */
  readonly judge?: (outcome: CheckOutcome) => void;
  /** Told at once when a check has failed, before anything more is asked of the program on account of it. */
  readonly onFailing?: () => void;
  /** Called once for each check that ran. What is never recorded is `not-run`. */
  record(outcome: CheckOutcome): void;
  /** Throws when this run is over: a check that timed out can do nothing later. */
  assertOpen(): void;
}

/** What came of one check, before points are given. */
export interface CheckOutcome {
  readonly checkId: string;
  readonly outcome: 'passed' | 'failed';
  /** What a failed check earns all the same, 0 to 1: part of a question can be right. 0 unless given. */
  readonly earnedFraction?: number;
  /** How it failed: an assertion of ours, the program's fault (its code), or an error in the check itself. */
  readonly failedBy: 'assertion' | 'program-fault' | 'check-error' | null;
  readonly fault: ProgramFault['code'] | null;
  readonly misconception: string | null;
  /** The check's own words: what was sent, what came back, what was expected. Shown for visible checks only. */
  readonly explanation: string;
}
