// The student's own checks, once more before handing in. Whatever they say, nobody is kept from handing in.

import type { ExerciseOnDisk, ReportExercise } from '@cookie-lessons/lesson-contract';
import pc from 'picocolors';

import type { Course } from '../../course/load-course';
import { countedChecks } from '../../progress/counted-checks';
import { checkWorkspace } from './check-workspace';
import { noteWhenChecked } from './note-checks';
import { sayAside } from './say';

const maxShown = 3;

/** @returns what to say: a line an exercise, and under it the sentences that are not true yet. */
export async function checkBeforeHandIn(course: Course, started: readonly ExerciseOnDisk[]): Promise<string> {
  sayAside(pc.dim('Checking what you have started …'));
  const note = noteWhenChecked(course, started);
  try {
    const { report, typeAdvice } = await checkWorkspace(course, started);
    note(report);
    // Nobody waits for advice on types here.
    typeAdvice.catch(() => {});
    if (report.verdict !== 'graded') return notChecked(report.reason);
    return report.exercises.map(renderChecked).join('\n');
  } catch (error) {
    return notChecked((error as Error).message);
  }
}

function notChecked(reason: string): string {
  return pc.yellow(`The checks could not be run (${reason}). That costs you nothing: your work is packed all the same.`);
}

function renderChecked(exercise: ReportExercise): string {
  const { id, withheld } = exercise;
  if (withheld === true) return `  ${pc.dim('○')} ${id}: answered; what was right is told when the sheet is closed`;
  const ran = countedChecks(exercise);
  const open = ran.filter(({ outcome }) => outcome !== 'passed');
  const first = `  ${open.length === 0 ? pc.green('✓') : pc.red('✗')} ${id}: ${ran.length - open.length} of ${ran.length} checks pass`;
  const shown = open.length <= maxShown + 1 ? open : open.slice(0, maxShown);
  const lines = shown.map(({ sentence }) => `      not yet: ${sentence}`);
  if (shown.length < open.length) lines.push(`      … and ${open.length - shown.length} more: npm run check -- ${id}`);
  return [first, ...lines].join('\n');
}
