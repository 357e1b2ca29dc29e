// `npm run check`: what your programs do right already, and why something isn't.

import {
  exitCodes,
  type ExerciseOnDisk,
  pageOf,
  type ReportExercise,
  type ReportSubmission,
} from '@cookie-lessons/lesson-contract';
import { Command } from 'commander';
import pc from 'picocolors';

import { type Course, loadCourse } from '../../course/load-course';
import { asAdvice, type Diagnosis } from '../../diagnose/diagnose';
import { renderAdvice, renderExercise } from '../../report/terminal';
import { checkForEditor } from './check-for-editor';
import { checkWorkspace } from './check-workspace';
import { diagnoseInWorkspace } from './diagnose-in-workspace';
import { noteWhenChecked } from './note-checks';
import { repositoryRoot } from './repository';
import { say, sayAside, StatusLine, terminalColumns } from './say';
import { watchForEditor } from './watch-for-editor';
import { watchWorkspace } from './watch/watch';
import { findExercises, isStarted } from './workspace';

export function checkCommand(exit: (code: number) => void): Command {
  return new Command('check')
    .description('Check what you wrote in exercises/.')
    .argument('[exercise...]', 'e.g. plain-cookies/first-cookie; everything you have started unless given')
    .option('--watch', 'a screen that checks again whenever you save')
    .option('--plain', 'with --watch: lines instead of a screen, e.g. for a screen reader')
    .option('--json', 'print the report as JSON')
    .option('--problems', 'print one line a problem, with its place, for an editor')
    .action(async (names: string[], options: { watch?: true; plain?: true; json?: true; problems?: true }) => {
      const course = loadCourse(repositoryRoot);
      if (options.watch && options.problems) await watchForEditor(course, names);
      else if (options.watch) await watchWorkspace(course, { plain: options.plain === true, beginAt: beginAt(course, names) });
      else if (options.problems) exit(await checkForEditor(course, names));
      else exit(await checkOnce(course, names, options.json === true));
    });
}

function beginAt(course: Course, names: readonly string[]): string | null {
  return names.length === 0 ? null : (findExercises(course, names)[0]?.exercise.id ?? null);
}

async function checkOnce(course: Course, names: readonly string[], asJson: boolean): Promise<number> {
  const wanted = findExercises(course, names);
  const started = wanted.filter((onDisk) => isStarted(course, onDisk));
  const misplaced = asJson ? [] : misplacedIn(course, wanted);
  for (const text of misplaced) say(text);
  if (started.length === 0 && !asJson) {
    if (misplaced.length === 0) say(nothingStarted(wanted));
    return misplaced.length === 0 ? exitCodes.done : exitCodes.belowRequired;
  }
  const note = noteWhenChecked(course, started);
  const status = new StatusLine();
  status.show(pc.dim(`Checking ${started.length === 1 ? started[0]?.exercise.id : `${started.length} exercises`} …`));
  const { report, typeAdvice, diagnoses } = await checkWorkspace(course, started).finally(() => status.clear());
  note(report);
  if (report.verdict !== 'graded') sayAside(`The checks could not be run: ${report.reason}`);
  if (!asJson)
    for (const exercise of report.exercises)
      say(`${renderChecked(exercise, diagnoses.get(exercise.id))}\n${whatNext(course, exercise)}`);
  const advice = await typeAdvice;
  if (asJson) say(JSON.stringify(withAdvice(report, advice, diagnoses), null, 2));
  else for (const [id, lines] of advice) if (lines.length > 0) say(renderTypeAdvice(id, lines));
  const untouched = wanted.length - started.length;
  if (untouched > 0 && !asJson) say(pc.dim(`${untouched} not started yet.`));
  if (report.verdict !== 'graded') return exitCodes.graderFault;
  return report.exercises.some(({ checks }) => checks.some(({ outcome }) => outcome !== 'passed'))
    ? exitCodes.belowRequired
    : exitCodes.done;
}

/** Whose fault it is stands before the checks: what they say follows from it. */
function renderChecked(exercise: ReportExercise, diagnosis: Diagnosis | undefined): string {
  return renderExercise(exercise, terminalColumns(), diagnosis === undefined ? [] : [asAdvice(diagnosis)]);
}

/** Exercises that look as if they weren't started, because the work is in a file that they don't read. */
function misplacedIn(course: Course, wanted: readonly ExerciseOnDisk[]): readonly string[] {
  return wanted
    .filter((onDisk) => !isStarted(course, onDisk))
    .flatMap((onDisk) => {
      const found = diagnoseInWorkspace(course, onDisk, null);
      return found === null ? [] : [`  ${onDisk.exercise.id}\n${renderAdvice(asAdvice(found), terminalColumns())}\n`];
    });
}

function withAdvice(
  report: ReportSubmission,
  types: ReadonlyMap<string, readonly string[]>,
  diagnoses: ReadonlyMap<string, Diagnosis>,
): ReportSubmission {
  const exercises = report.exercises.map((exercise) => {
    const diagnosis = diagnoses.get(exercise.id);
    const first = diagnosis === undefined ? [] : [asAdvice(diagnosis)];
    const others = exercise.advice.filter((line) => !first.includes(line));
    return { ...exercise, advice: [...first, ...others, ...(types.get(exercise.id) ?? [])] };
  });
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
