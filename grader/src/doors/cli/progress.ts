// `npm run progress`: what is solved, what is started, and what comes next, without running anything.

import { Command } from 'commander';
import pc from 'picocolors';

import { type Course, loadCourse } from '../../course/load-course';
import { type ExerciseStanding, nextOf, standingsOf } from '../../progress/course-standing';
import { wrap } from '../../report/wrap';
import { progressOf } from './note-checks';
import { repositoryRoot } from './repository';
import { say, terminalColumns } from './say';

export function progressCommand(): Command {
  return new Command('progress')
    .description('What you have solved, what you have started, and what comes next.')
    .option('--json', 'print it as JSON')
    .action((options: { json?: true }) => {
      const course = loadCourse(repositoryRoot);
      const standings = standingsOf(course, progressOf(course));
      say(options.json ? JSON.stringify(asData(standings), null, 2) : renderProgress(course, standings, terminalColumns()));
    });
}

/** Every exercise, a line each. */
export function renderProgress(course: Course, standings: readonly ExerciseStanding[], columns: number): string {
  const width = Math.max(...standings.map(({ onDisk }) => nameOf(onDisk.exercise.id).length));
  const lessons = course.lessons.flatMap(({ id, lesson }) => [
    `${pc.bold(`${lesson.order}. ${lesson.title}`)}  ${pc.dim(`${id}/`)}`,
    ...standings.filter(({ onDisk }) => onDisk.exercise.id.startsWith(`${id}/`)).map((standing) => row(standing, width)),
    '',
  ]);
  const marks = `${mark('solved')} solved  ${mark('started')} started  ${mark('changed')} changed since its last check  ${mark('not-started')} not started`;
  return [...lessons, total(standings), marks, '', ...wrap(nextStep(nextOf(standings)), '', columns)].join('\n');
}

/** A line a lesson: what fits on a first screen. */
export function renderProgressShort(course: Course, standings: readonly ExerciseStanding[]): string {
  const width = Math.max(...course.lessons.map(({ lesson }) => lesson.title.length));
  const lines = course.lessons.map(({ id, lesson }) => {
    const own = standings.filter(({ onDisk }) => onDisk.exercise.id.startsWith(`${id}/`));
    return `  ${lesson.order}. ${lesson.title.padEnd(width)}  ${barOf(own, 10)}  ${solvedOf(own)}`;
  });
  return lines.join('\n');
}

/** What to do next, in one line. */
function nextStep(next: ExerciseStanding | null): string {
  if (next === null) return 'Nothing is left to do: all of it is solved. npm run hand-in packs it.';
  const { id, title, minutes } = next.onDisk.exercise;
  if (next.state === 'not-started') return `Next: ${title} (${minutes} min), in exercises/${id}/task.md`;
  const how = next.state === 'changed' ? 'check it again' : 'go on';
  return `Next: ${title}, ${how}: npm run check -- ${id}`;
}

function row(standing: ExerciseStanding, width: number): string {
  const { id, minutes, level } = standing.onDisk.exercise;
  const points = standing.points === null ? '' : `${standing.points.earned}/${standing.points.possible} points`;
  const line = `  ${mark(standing.state)} ${nameOf(id).padEnd(width)}  ${figures(standing).padEnd(13)} ${points.padEnd(12)}`;
  return `${line} ${pc.dim(`${String(minutes).padStart(3)} min${level === 'stretch' ? '  stretch' : ''}`)}`;
}

function figures({ state, passed, of, checkedAt, isWithheld }: ExerciseStanding): string {
  if (state === 'not-started') return '';
  if (checkedAt === null) return 'not checked';
  if (isWithheld) return 'answered';
  return state === 'changed' ? `was ${passed} of ${of}` : `${passed} of ${of}`;
}

function total(standings: readonly ExerciseStanding[]): string {
  const points = standings.map(({ points: noted, onDisk }) => noted ?? { earned: 0, possible: sumOf(onDisk.exercise.checks) });
  const earned = Math.round(points.reduce((sum, each) => sum + each.earned, 0) * 100) / 100;
  const possible = points.reduce((sum, each) => sum + each.possible, 0);
  return `${barOf(standings, 24)}  ${solvedOf(standings)}, ${earned} of ${possible} points`;
}

function solvedOf(standings: readonly ExerciseStanding[]): string {
  return `${standings.filter(({ state }) => state === 'solved').length} of ${standings.length} solved`;
}

/** Full only when all are solved, and empty only when none is. */
function barOf(standings: readonly ExerciseStanding[], width: number): string {
  const solved = standings.filter(({ state }) => state === 'solved').length;
  const share = (solved / standings.length) * width;
  const full = solved === standings.length ? width : Math.min(width - 1, Math.ceil(share));
  return pc.green('█'.repeat(full)) + pc.dim('░'.repeat(width - full));
}

function mark(state: ExerciseStanding['state']): string {
  if (state === 'solved') return pc.green('✓');
  if (state === 'started') return pc.yellow('●');
  return state === 'changed' ? pc.yellow('~') : pc.dim('○');
}

function nameOf(id: string): string {
  return id.split('/')[1] ?? id;
}

function sumOf(checks: readonly { readonly points: number }[]): number {
  return checks.reduce((sum, { points }) => sum + points, 0);
}

function asData(standings: readonly ExerciseStanding[]): unknown {
  return {
    exercises: standings.map(({ onDisk: { exercise }, state, passed, of, points, checkedAt, solvedAt }) => {
      const { id, title, level, minutes } = exercise;
      return { id, title, level, minutes, state, passed, of, points, checkedAt, solvedAt };
    }),
    solved: standings.filter(({ state }) => state === 'solved').length,
    next: nextOf(standings)?.onDisk.exercise.id ?? null,
  };
}
