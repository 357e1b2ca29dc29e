// `npm run reset`: puts an exercise's starter back, and keeps what was there.

import { exitCodes, type ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import { Command } from 'commander';

import { type Course, loadCourse } from '../../course/load-course';
import { standingOf } from '../../progress/progress-file';
import { filesToReset, resetExercise, type ResetExercise } from '../../workspace/reset-exercise';
import { type Ask, askAtTerminal } from './ask-at-terminal';
import { progressOf } from './note-checks';
import { repositoryRoot } from './repository';
import { say } from './say';
import { UsageError } from './usage-error';
import { findExercise } from './workspace';

export function resetCommand(exit: (code: number) => void): Command {
  return new Command('reset')
    .description('Put the starter of an exercise back. What you wrote is kept in exercises/.kept/.')
    .argument('<exercise>', 'e.g. plain-cookies/first-cookie')
    .option('--yes', 'without asking')
    .action(async (name: string, { yes }: { yes?: true }) =>
      exit(await reset(loadCourse(repositoryRoot), name, yes ? async () => 'y' : askAtTerminal())),
    );
}

/** @param ask null where nobody can answer: then nothing is done. @throws UsageError */
export async function reset(course: Course, name: string, ask: Ask | null): Promise<number> {
  const onDisk = findExercise(course, name, 'reset');
  const { id } = onDisk.exercise;
  const changing = filesToReset(course, onDisk);
  if (changing.length === 0) {
    say(`There is nothing to reset: exercises/${id} is the starter already.`);
    return exitCodes.done;
  }
  if (ask === null)
    throw new UsageError(
      `Nobody is there to be asked, so nothing was reset. To reset without asking: npm run reset -- ${id} --yes`,
    );
  const answer = await ask(`${isSolved(course, onDisk) ? `${id} is solved. ` : ''}Put the starter of ${id} back (${changing.join(', ')})? What you wrote is kept. (y/N) `); // prettier-ignore
  if (!/^y(es)?$/i.test(answer)) {
    say('Nothing was reset.');
    return exitCodes.done;
  }
  say(renderReset(id, resetExercise(course, onDisk, new Date())));
  return exitCodes.done;
}

function isSolved(course: Course, onDisk: ExerciseOnDisk): boolean {
  return standingOf(course, onDisk, progressOf(course)).state === 'solved';
}

function renderReset(id: string, { keptAt, restored, left }: ResetExercise): string {
  const lines = [`The starter of ${id} is back: ${restored.join(', ')}`];
  if (keptAt !== null)
    lines.push(`What was there is kept in ${keptAt}/`, 'To get it back, copy it over:', `  cp -R ${keptAt}/. exercises/${id}/`);
  if (left.length > 0) lines.push(`Left as they are, since they are no part of the exercise: ${left.join(', ')}`);
  return lines.join('\n');
}
