// What running one exercise of one submission gave, before any points.

import type { CheckOutcome } from '@cookie-lessons/lesson-contract';
import type { EndedBecause } from '@cookie-lessons/sandbox';

import type { Symptom } from './symptom';

/** The last thing that a check sent and what came back, a line each for request line, headers and body; capped, untrusted. */
export interface Exchange {
  readonly sent: string;
  readonly cameBack: string;
}

export interface ExerciseRun {
  readonly exerciseId: string;
  /** `not-started`: nothing handed in, or word for word the starter. `not-gradable`: it can't be read or loaded. */
  readonly state: 'not-started' | 'graded' | 'not-gradable';
  readonly endedBecause: EndedBecause;
  readonly seconds: number;
  /** One for each check that ran; what is missing is `not-run`. */
  readonly outcomes: readonly CheckOutcome[];
  /** Our sentences to the student, e.g. type errors. */
  readonly advice: readonly string[];
  /** Check id -> the last exchange before it failed. Of visible checks alone. */
  readonly lastExchanges: ReadonlyMap<string, Exchange>;
  /** What diagnose/ makes a sentence of. */
  readonly symptoms: readonly Symptom[];
}

export interface SubmissionRun {
  readonly verdict: 'graded' | 'not-gradable' | 'grader-fault';
  readonly reason: string;
  readonly exercises: readonly ExerciseRun[];
}
