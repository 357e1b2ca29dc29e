// Graded sheets of questions: which are over, and which earlier rows tell too much or too little for that.

import type { ReportSubmission } from '@cookie-lessons/lesson-contract';

import type { Course } from '../../course/load-course';
import type { CountedExercises } from '../../score/score';
import { UsageError } from './usage-error';

/** @throws UsageError for what is no graded sheet. */
export function closedSheets(course: Course, names: readonly string[]): ReadonlySet<string> {
  const graded = [...course.exercises.values()].filter(({ exercise }) => exercise.graded === true);
  return new Set(
    names.map((name) => {
      const found = graded.find(({ exercise: { id } }) => id === name || id.split('/')[1] === name);
      if (found) return found.exercise.id;
      throw new UsageError(
        `--closed ${name}: no graded sheet is called so. There is: ${graded.map(({ exercise }) => exercise.id).join(', ') || 'none'}.`,
      );
    }),
  );
}

/** Whether an earlier row tells just what may be told now. */
export function withholdsTheSame(course: Course, counted: CountedExercises, earlier: ReportSubmission): boolean {
  return earlier.exercises.every(({ id, withheld }) => {
    const onDisk = course.exercises.get(id);
    return onDisk === undefined || (withheld === true) === counted.isWithheld(onDisk.exercise);
  });
}
