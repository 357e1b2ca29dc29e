// `npm start`: where the learner stands, and the next exercise in the browser.

import type { Exercise } from '@cookie-lessons/lesson-contract';
import { Command } from 'commander';
import pc from 'picocolors';

import { type Course, loadCourse } from '../../course/load-course';
import { type ExerciseStanding, nextOf, standingsOf } from '../../progress/course-standing';
import { wrap } from '../../report/wrap';
import { askWhoWorksHere } from './ask-student';
import { askAtTerminal } from './ask-at-terminal';
import { progressOf } from './note-checks';
import { renderProgressShort } from './progress';
import { repositoryRoot } from './repository';
import { say, terminalColumns } from './say';
import { serve } from './serve';

export function startCommand(): Command {
  return new Command('start').description('Where you stand, and the next exercise in your browser.').action(async () => {
    const course = loadCourse(repositoryRoot);
    await askWhoWorksHere(course, askAtTerminal());
    const standings = standingsOf(course, progressOf(course));
    const next = nextOf(standings);
    say(renderStart(course, standings, terminalColumns()));
    if (!next) return;
    if (isServed(next.onDisk.exercise)) await serve(course, next.onDisk, 3000);
  });
}

/** What somebody sees who sits down to learn: a line a lesson, and the one exercise to do now. */
export function renderStart(course: Course, standings: readonly ExerciseStanding[], columns: number): string {
  const next = nextOf(standings);
  const overview = `${pc.bold('Where you stand')}   ${pc.dim('(npm run progress shows every exercise)')}\n${renderProgressShort(course, standings)}\n`;
  if (!next) return `${overview}\nYou have solved every exercise. npm run hand-in packs your work.`;
  return `${overview}\n${whatToDo(next, columns)}\n`;
}

function whatToDo({ state, passed, of, onDisk: { exercise } }: ExerciseStanding, columns: number): string {
  const { id, title, minutes, summary, entry } = exercise;
  const isNew = state === 'not-started';
  const where = isNew ? `${minutes} minutes` : `${passed} of ${of} right so far`;
  return [
    pc.bold(wrap(`${isNew ? 'Next' : 'Go on'}: ${title} (${where}). ${summary}`, '', columns).join('\n')),
    `  1. Read  exercises/${id}/task.md`,
    `  2. Edit  exercises/${id}/${entry}`,
    `  3. Run   npm run check -- ${id}`,
    pc.dim(`           (${isServed(exercise) ? 'in a second terminal, in this folder; ' : ''}with --watch it checks whenever you save)`),
  ].join('\n');
}

/** There is something to look at in a browser. */
function isServed({ serve: lab, exposes }: Exercise): boolean {
  return lab !== undefined || exposes.includes('app');
}
