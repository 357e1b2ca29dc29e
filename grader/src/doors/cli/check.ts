// `npm run check`: what your programs do right already, and why something isn't.

import {
  exitCodes,
  type ExerciseOnDisk,
  pageOf,
  type ReportExercise,
  type ReportSubmission,
} from '@cookie-lessons/lesson-contract';
import { watch } from 'chokidar';
import { Command } from 'commander';
import pc from 'picocolors';

import { type Course, loadCourse } from '../../course/load-course';
import { renderExercise } from '../../report/terminal';
import { checkWorkspace } from './check-workspace';
import { noteWhenChecked } from './note-checks';
import { repositoryRoot } from './repository';
import { say, terminalColumns } from './say';
import { findExercises, isStarted } from './workspace';

export function checkCommand(exit: (code: number) => void): Command {
  return new Command('check')
    .description('Check what you wrote in exercises/.')
    .argument('[exercise...]', 'e.g. plain-cookies/first-cookie; everything you have started unless given')
    .option('--watch', 'check again whenever you save')
    .option('--json', 'print the report as JSON')
    .action(async (names: string[], options: { watch?: true; json?: true }) => {
      const course = loadCourse(repositoryRoot);
      if (options.watch) await checkOnSave(course, names);
      else exit(await checkOnce(course, names, options.json === true));
    });
}

async function checkOnce(course: Course, names: readonly string[], asJson: boolean): Promise<number> {
  const wanted = findExercises(course, names);
  const started = wanted.filter((onDisk) => isStarted(course, onDisk));
  if (started.length === 0 && !asJson) {
    say(nothingStarted(wanted));
    return exitCodes.done;
  }
  const note = noteWhenChecked(course, started);
  const { report, typeAdvice } = await checkWorkspace(course, started);
  note(report);
  if (!asJson)
    for (const exercise of report.exercises) say(`${renderExercise(exercise, terminalColumns())}\n${whatNext(course, exercise)}`);
  const advice = await typeAdvice;
  if (asJson) say(JSON.stringify(withAdvice(report, advice), null, 2));
  else for (const [id, lines] of advice) if (lines.length > 0) say(renderTypeAdvice(id, lines));
  const untouched = wanted.length - started.length;
  if (untouched > 0 && !asJson) say(pc.dim(`${untouched} not started yet.`));
  return report.exercises.some(({ checks }) => checks.some(({ outcome }) => outcome !== 'passed'))
    ? exitCodes.belowRequired
    : exitCodes.done;
}

function withAdvice(report: ReportSubmission, advice: ReadonlyMap<string, readonly string[]>): ReportSubmission {
  const exercises = report.exercises.map((exercise) => ({
    ...exercise,
    advice: [...exercise.advice, ...(advice.get(exercise.id) ?? [])],
  }));
  return { ...report, exercises };
}

/** Costs no points, so it stands apart from the checks. */
function renderTypeAdvice(id: string, lines: readonly string[]): string {
  return `  ${pc.yellow('!')} Types of ${id} (advice, no points):\n${lines.map((line) => `      ${line}`).join('\n')}\n`;
}

function nothingStarted(wanted: readonly ExerciseOnDisk[]): string {
  const id = wanted[0]?.exercise.id ?? '';
  return `Nothing to check yet: read exercises/${id}/task.md, then edit exercises/${id}/${wanted[0]?.exercise.entry ?? ''}.`;
}

function whatNext(course: Course, { id, checks }: ReportExercise): string {
  const failed = checks.find(({ outcome }) => outcome !== 'passed');
  if (!failed) return `    ${pc.green('All of it is right.')} ${nextExercise(course, id)}\n`;
  const lesson = id.split('/')[0] ?? '';
  return `    Read: ${pageOf(lesson, failed.feedback.section).path}   Hint: npm run hint -- ${id} ${failed.id}\n`;
}

function nextExercise(course: Course, id: string): string {
  const ids = [...course.exercises.keys()];
  const next = ids[ids.indexOf(id) + 1];
  return next === undefined ? 'That was the last exercise.' : `Next: exercises/${next}/task.md`;
}

async function checkOnSave(course: Course, names: readonly string[]): Promise<void> {
  await checkOnce(course, names, false);
  say(pc.dim('Watching exercises/. Save a file to check again; Ctrl-C ends.'));
  let running = Promise.resolve(0);
  const watcher = watch('exercises', {
    cwd: course.root,
    ignored: /node_modules/,
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 20 },
  });
  watcher.on('all', (_event, changedPath) => {
    const path = String(changedPath);
    const changed = [...course.exercises.values()]
      .filter(({ exercise }) => path.split('\\').join('/').includes(exercise.id))
      .map(({ exercise }) => exercise.id);
    if (changed.length > 0) running = running.then(() => checkOnce(course, changed, false));
  });
  await new Promise<void>((resolve) => process.once('SIGINT', resolve));
  await watcher.close();
  await running;
}
