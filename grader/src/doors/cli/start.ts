// `npm start`: where the learner stands, and the lesson site, opened at the next exercise.

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
import { portFrom } from './serve';
import { openSite } from './site/open-site';
import { openFile } from './watch/open-file';

export function startCommand(): Command {
  return new Command('start')
    .description('Where you stand, and the lesson site, opened at your next exercise.')
    .option('--port <n>', 'the first port to try', '3000')
    .option('--no-open', 'print the address, open no browser')
    .action(async ({ port, open }: { port: string; open: boolean }) => {
      const course = loadCourse(repositoryRoot);
      const wished = portFrom(port);
      await askWhoWorksHere(course, askAtTerminal());
      const standings = standingsOf(course, progressOf(course));
      const next = nextOf(standings);
      say(renderStart(course, standings, terminalColumns()));
      const site = await openSite(course, wished);
      const address = `${site.address}/${next ? `exercises/${next.onDisk.exercise.id}` : ''}`;
      say(`Open ${address}\nThe site checks whenever you save. Ctrl-C ends it.`);
      if (open && hasBrowser()) void openFile(address);
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
      });
      await site.close();
    });
}

/** Somebody sits here, at a screen that shows more than text. */
function hasBrowser(): boolean {
  const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  return process.stdout.isTTY === true && process.env.SSH_CONNECTION === undefined && hasScreen;
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
    pc.dim('           (in a second terminal, in this folder; --watch checks on save)'),
  ].join('\n');
}
