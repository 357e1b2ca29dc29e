// What a sheet says of itself.

import type { Question } from '@cookie-lessons/question-bank';

export interface Sheet {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Counts for a grade: drawn once for each student, and explained when it is closed. Else it is practice. */
  readonly graded: boolean;
  readonly questions: readonly Question[];
}
