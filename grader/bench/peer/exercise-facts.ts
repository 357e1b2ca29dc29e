// What the peer is told of an exercise, read and parsed once by the bench instead of in each test file.

import type { Exercise } from '@cookie-lessons/lesson-contract';

export interface ExerciseFacts {
  readonly exercise: Exercise;
  /** Absolute. */
  readonly lessonFolder: string;
  readonly labModules: readonly string[];
  readonly harness: readonly (readonly [string, string])[];
}

export const submissionVariable = 'BENCH_SUBMISSION';
export const factsVariable = 'BENCH_FACTS';
/** Set: packages are loaded anew for every check, too. */
export const resetModulesVariable = 'BENCH_RESET_MODULES';

/** Path of one exercise's facts in their folder. */
export function factsFile(exerciseId: string): string {
  return `${exerciseId.replace('/', '.')}.json`;
}
