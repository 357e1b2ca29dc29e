// Which checks of a report count towards "3 of 5".

import type { ReportCheck, ReportExercise } from '@cookie-lessons/lesson-contract';

/** Without hidden checks whose test only the instructor has: in a student's copy nothing runs them, and nothing is wrong. */
export function countedChecks({ checks, endedBecause, withheld }: ReportExercise): readonly ReportCheck[] {
  const hasNoTestHere = ({ visible, outcome }: ReportCheck): boolean =>
    !visible && outcome === 'not-run' && endedBecause === 'answered' && withheld !== true;
  return checks.filter((check) => !hasNoTestHere(check));
}
