// What running one exercise of one submission gave, before any points.

import type { CheckOutcome } from '@cookie-lessons/lesson-contract';
import type { EndedBecause } from '@cookie-lessons/sandbox';

export interface ExerciseRun {
  readonly exerciseId: string;
  /** `not-started`: nothing handed in, or word for word the starter. `not-gradable`: it can't be read or loaded. */
  readonly state: 'not-started' | 'graded' | 'not-gradable';
  readonly endedBecause: EndedBecause;
  readonly seconds: number;
  /** One for each check that ran; what is missing is `not-run`. */
  readonly outcomes: readonly CheckOutcome[];
  /** Our sentences to the student: type errors, what the program said when it didn't load (its own file and line). */
  readonly advice: readonly string[];
}

export interface SubmissionRun {
  readonly verdict: 'graded' | 'not-gradable' | 'grader-fault';
  readonly reason: string;
  readonly exercises: readonly ExerciseRun[];
}
