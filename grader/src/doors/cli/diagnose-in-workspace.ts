// A diagnosis of what stands in exercises/: also of files that the exercise doesn't read.

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import type { Course } from '../../course/load-course';
import { diagnose, type Diagnosis } from '../../diagnose/diagnose';
import type { ExerciseRun } from '../../run-checks/exercise-run';
import { undeclaredFiles } from './undeclared-files';
import { handedInOf } from './workspace';

/** @param run what its checks gave; null when they were not run. */
export function diagnoseInWorkspace(course: Course, onDisk: ExerciseOnDisk, run: ExerciseRun | null): Diagnosis | null {
  return diagnose({ onDisk, files: handedInOf(course, onDisk), run, undeclared: undeclaredFiles(course, onDisk) });
}
