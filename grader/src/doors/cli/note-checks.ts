// What a check has shown goes into the progress file; a file that can't be written costs nobody their check.

import type { ExerciseOnDisk, ReportSubmission } from '@cookie-lessons/lesson-contract';

import type { Course } from '../../course/load-course';
import { contentHashOf, noteChecked, type Progress, readProgress } from '../../progress/progress-file';
import { sayAside } from './say';
import { handedInOf } from './workspace';

/**
 * Call it before the check. What is saved while the checks run then counts as changed since, never as checked.
 *
 * @param told what is wrong with the progress file. @returns to be called with the report.
 */
export function noteWhenChecked(
  course: Course,
  exercises: readonly ExerciseOnDisk[],
  told: Told = sayAside,
): (report: ReportSubmission) => void {
  const hashes = new Map(exercises.map((onDisk) => [onDisk.exercise.id, contentHashOf(handedInOf(course, onDisk))]));
  return (report) => {
    for (const exercise of report.exercises) {
      const hash = hashes.get(exercise.id);
      if (hash === undefined) continue;
      try {
        tell(noteChecked(course.root, exercise, hash, new Date()), told);
      } catch (error) {
        told(`Your progress could not be noted in exercises/.progress.json: ${(error as Error).message}`);
        return;
      }
    }
  };
}

/** The progress so far. @param told what was wrong with the file. */
export function progressOf(course: Course, told: Told = sayAside): Progress {
  try {
    return tell(readProgress(course.root), told);
  } catch (error) {
    told(`exercises/.progress.json could not be read: ${(error as Error).message}`);
    return { version: 1, exercises: {} };
  }
}

type Told = (sentence: string) => void;

function tell(progress: Progress, told: Told): Progress {
  if (progress.setAside !== undefined) told(progress.setAside);
  return progress;
}
