// `npm run check -- --problems`: a check whose output is read by an editor.

import { exitCodes } from '@cookie-lessons/lesson-contract';

import type { Course } from '../../course/load-course';
import { checkWorkspace } from './check-workspace';
import { noteWhenChecked } from './note-checks';
import { checkBeganLine, checkEndedLine, problemLines } from './problem-lines';
import { say } from './say';
import { findExercises, isStarted } from './workspace';

export async function checkForEditor(course: Course, names: readonly string[]): Promise<number> {
  const wanted = findExercises(course, names);
  const started = wanted.filter((onDisk) => isStarted(course, onDisk));
  if (started.length === 0) {
    const { id, entry } = wanted[0]?.exercise ?? { id: '', entry: '' };
    say(checkBeganLine([id]));
    say(`Nothing to check yet: read exercises/${id}/task.md, then edit exercises/${id}/${entry}.`);
    say(checkEndedLine({ verdict: 'graded', reason: '', exercises: [] }));
    return exitCodes.done;
  }
  say(checkBeganLine(started.map(({ exercise }) => exercise.id)));
  const note = noteWhenChecked(course, started);
  const checked = await checkWorkspace(course, started);
  note(checked.report);
  for (const line of problemLines(course, checked, await checked.typeAdvice)) say(line);
  say(checkEndedLine(checked.report));
  if (checked.report.verdict !== 'graded') return exitCodes.graderFault;
  const isRight = checked.report.exercises.every(({ checks }) => checks.every(({ outcome }) => outcome === 'passed'));
  return isRight ? exitCodes.done : exitCodes.belowRequired;
}
