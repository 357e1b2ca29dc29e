// `npm run hint`: a push in the right direction, one at a time. Costs nothing.

import { type CheckManifest, type Exercise, nearest, pageOf } from '@cookie-lessons/lesson-contract';
import { Command } from 'commander';
import pc from 'picocolors';

import { type Course, loadCourse } from '../../course/load-course';
import type { Progress } from '../../progress/progress-file';
import { wrap } from '../../report/wrap';
import { progressOf } from './note-checks';
import { repositoryRoot } from './repository';
import { say, terminalColumns } from './say';
import { UsageError } from './usage-error';
import { findExercise } from './workspace';

export function hintCommand(): Command {
  return new Command('hint')
    .description('A hint for an exercise. It costs nothing.')
    .argument('<exercise>', 'e.g. plain-cookies/first-cookie')
    .argument('[check]', 'the check you are stuck at; the first that does not pass yet unless given')
    .option('--all', 'the hints of all its checks')
    .action((name: string, checkId: string | undefined, options: { all?: true }) => {
      const course = loadCourse(repositoryRoot);
      say(renderHint(course, progressOf(course), { name, checkId, all: options.all === true, columns: terminalColumns() }));
    });
}

export interface HintWanted {
  readonly name: string;
  readonly checkId: string | undefined;
  readonly all: boolean;
  readonly columns: number;
}

/** @throws UsageError for an exercise or a check that there isn't. */
export function renderHint(course: Course, progress: Progress, { name, checkId, all, columns }: HintWanted): string {
  const { exercise } = findExercise(course, name, 'hint');
  const { id, checks } = exercise;
  const render = (check: CheckManifest): string => renderCheck(exercise, check, columns);
  if (all) return checks.map(render).join('\n\n');
  if (checkId !== undefined) return render(findCheck(exercise, checkId));
  const passed = new Set(progress.exercises[id]?.passed);
  const open = checks.filter((check) => !passed.has(check.id));
  const [first, second] = open;
  if (!first) return `Every check of ${id} has passed. All of its hints: npm run hint -- ${id} --all`;
  const others = second
    ? `The next one: npm run hint -- ${id} ${second.id}\nAll of them: npm run hint -- ${id} --all`
    : `All of them: npm run hint -- ${id} --all`;
  return `${render(first)}\n\n${pc.dim(others)}`;
}

function findCheck({ id, checks }: Exercise, checkId: string): CheckManifest {
  const found = checks.find((check) => check.id === checkId);
  if (found) return found;
  const ids = checks.map((check) => check.id);
  const near = nearest(checkId, ids);
  throw new UsageError(
    `${id} has no check "${checkId}". ${near === null ? `It has: ${ids.join(', ')}.` : `Did you mean "${near}"?`}`,
  );
}

function renderCheck({ id }: Exercise, { sentence, hint, section }: CheckManifest, columns: number): string {
  const { path, heading } = pageOf(id.split('/')[0] ?? '', section);
  return [
    ...wrap(sentence, '', columns).map((line) => pc.bold(line)),
    ...wrap(hint, '  ', columns),
    `  Read: ${path}${heading === null ? '' : `#${heading}`}`,
  ].join('\n');
}
