// What a check found, as lines that an editor's problem matcher reads: .vscode/tasks.json has the expressions for them.

import type { ReportSubmission } from '@cookie-lessons/lesson-contract';

import type { Course } from '../../course/load-course';
import type { Diagnosis } from '../../diagnose/diagnose';
import { countedChecks } from '../../progress/counted-checks';
import { forTerminal } from '../../report/safe-text';
import type { CheckedWorkspace } from './check-workspace';

/** Said before a check: what an editor showed of the one before is out of date. */
export function checkBeganLine(ids: readonly string[]): string {
  return `Checking ${ids.join(', ')} …`;
}

/** Said after its problems. */
export function checkEndedLine({
  verdict,
  reason,
  exercises,
}: Pick<ReportSubmission, 'verdict' | 'reason' | 'exercises'>): string {
  if (verdict !== 'graded') return checkFailedLine(reason);
  const checks = exercises.filter(({ state }) => state === 'graded').flatMap(countedChecks);
  if (checks.length === 0) return 'Checked: nothing is started yet.';
  return `Checked: ${checks.filter(({ outcome }) => outcome === 'passed').length} of ${checks.length} checks pass.`;
}

export function checkFailedLine(reason: string): string {
  return `The checks could not be run: ${forTerminal(reason).replace(/\s+/g, ' ')}`;
}

/**
 * One line a problem: `exercises/<id>/<file>:<line>:<column>: error: <sentence>`; types, which cost nothing, as `warning`.
 *
 * Where the program doesn't answer at all, that is the one problem, at its place: what the checks say follows from it.
 */
export function problemLines(
  course: Course,
  { report, diagnoses }: Pick<CheckedWorkspace, 'report' | 'diagnoses'>,
  typeAdvice: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const graded = report.exercises.filter(({ state }) => state === 'graded');
  return graded.flatMap((exercise) => {
    const { id } = exercise;
    const entry = course.exercises.get(id)?.exercise.entry ?? '';
    const line = (path: string, at: number, text: string): string =>
      `exercises/${id}/${path}:${at}:1: ${forTerminal(text).replace(/\s+/g, ' ').trim()}`;
    const advice = (typeAdvice.get(id) ?? []).map((text) => {
      // As check-types writes them: `app.ts:3 (TS2304): this name is not known here.`
      const [, path = entry, at = '1', what = text] = /^(\S+?):(\d+) (\(TS\d+\): .*)$/s.exec(text) ?? [];
      return line(path, Number(at), `warning: ${what}`);
    });
    const diagnosis = diagnoses.get(id);
    const told = (severity: 'error' | 'warning', { where, what, repair }: Diagnosis): string =>
      line(where?.path ?? entry, where?.line ?? 1, `${severity}: ${what} ${repair}`);
    if (diagnosis && !diagnosis.isAdvice) return [told('error', diagnosis), ...advice];
    if (diagnosis) advice.unshift(told('warning', diagnosis));
    const open = exercise.withheld === true ? [] : countedChecks(exercise).filter(({ outcome }) => outcome !== 'passed');
    return [...open.map(({ sentence, feedback }) => line(entry, 1, `error: ${sentence} ${feedback.message}`)), ...advice];
  });
}
