// `npm run bench`: what grading a class costs here, beside what it costs with one warm Jest process a submission, and beside what
// the checks alone cost, in the same run.
// The story stands here; how each side is run and how it is measured are rooms of their own.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { type ExerciseOnDisk, exitCodes } from '@cookie-lessons/lesson-contract';
import { type Level, strongestLevel } from '@cookie-lessons/sandbox';

import { type Course, loadCourse } from '../src/course/load-course';
import { repositoryRoot } from '../src/doors/cli/repository';
import { say, sayAside } from '../src/doors/cli/say';
import { readBareOutcomes, runBare } from './bare-side';
import {
  generateClass,
  type GeneratedSubmission,
  linkPackages,
  solutionsOf,
  writeForGrader,
  writeForPeer,
} from './generate-class';
import { gradeWithGrader, readGraderOutcomes } from './grader-side';
import { firstFailure, gradeWithJest, type JestSetting, prepareJest, readJestOutcomes } from './jest-side';
import { measure, type Start } from './measure';
import type { Outcomes } from './outcomes';
import { type BenchFacts, renderFigures, type Round } from './render-figures';

const usage = `npm run bench -- [--submissions N] [--rounds R] [--lesson ID] [--reset-modules]

Grades N generated submissions (40 unless given), R times (3), with this grader and with Jest in turn, and prints what each costs.
Then it runs the checks alone, without walls in one process: about what a grader that does nothing else would take.
With --lesson only that lesson's exercises, e.g. plain-cookies; else those of all.
With --reset-modules Jest loads packages such as express anew for every check, as jest.resetModules() does; else once a test file.`;

interface Asked {
  readonly submissions: number;
  readonly rounds: number;
  /** null: all. */
  readonly lesson: string | null;
  readonly resetModules: boolean;
}

interface Bench {
  readonly course: Course;
  /** Those that are asked for. */
  readonly exercises: readonly ExerciseOnDisk[];
  readonly level: Level;
  readonly cores: number;
  readonly resetModules: boolean;
  /** A folder for all that is made here; removed at the end. */
  readonly folder: string;
}

/** @returns 0 whenever both sides were measured, whatever the figures; 2 for wrong usage; 4 when a side could not be measured. */
export async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) {
    sayAside(usage);
    return exitCodes.wrongUsage;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  try {
    const { level } = await strongestLevel();
    const course = loadCourse(repositoryRoot);
    const exercises = exercisesOf(course, asked.lesson);
    if (exercises.length === 0) {
      sayAside(`There is no lesson ${asked.lesson}. There are: ${course.lessons.map(({ id }) => id).join(', ')}.`);
      return exitCodes.wrongUsage;
    }
    const bench = {
      course,
      exercises,
      level,
      cores: availableParallelism(),
      resetModules: asked.resetModules,
      folder,
    };
    linkPackages(folder, bench.course);
    const { fair, leftOut } = await warmUp(bench);
    const submissions = generateClass(bench.course, fair, asked.submissions);
    const setting = prepareJest(bench.course, fair, folder);
    const rounds: Round[] = [];
    for (let round = 1; round <= asked.rounds; round++) {
      sayAside(`Round ${round} of ${asked.rounds} …`);
      rounds.push(await gradeAll(bench, fair, setting, submissions, `round-${round}`, round % 2 === 0));
    }
    const facts = { ...asked, level, cores: bench.cores, exercises: fair.length, leftOut };
    say(renderFigures(facts, rounds));
    keepFigures(facts, rounds);
    return exitCodes.done;
  } catch (error) {
    sayAside(`The bench could not be finished. ${error instanceof Error ? error.message : String(error)}`);
    return exitCodes.graderFault;
  } finally {
    remove();
  }
}

function readArguments(args: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: args.filter((arg) => arg !== '--'),
      options: {
        submissions: { type: 'string', default: '40' },
        rounds: { type: 'string', default: '3' },
        lesson: { type: 'string' },
        'reset-modules': { type: 'boolean', default: false },
      },
    });
    const isCount = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text);
    if (!isCount(values.submissions) || !isCount(values.rounds)) return null;
    return {
      submissions: Number(values.submissions),
      rounds: Number(values.rounds),
      lesson: values.lesson ?? null,
      resetModules: values['reset-modules'],
    };
  } catch {
    return null;
  }
}

function exercisesOf({ lessons, exercises }: Course, lesson: string | null): readonly ExerciseOnDisk[] {
  if (lesson === null) return [...exercises.values()];
  return lessons.find(({ id }) => id === lesson)?.exercises ?? [];
}

/** Both sides grade the solutions once: caches are warm from here on, and only what both grade right is compared. */
async function warmUp(bench: Bench): Promise<{ readonly fair: readonly ExerciseOnDisk[]; readonly leftOut: readonly string[] }> {
  sayAside('Warming up …');
  const { course, exercises: all } = bench;
  const { outcomes, jestSays } = await gradeAll(
    bench,
    all,
    prepareJest(course, all, bench.folder),
    [solutionsOf(course, all)],
    'warm-up',
  );
  const { grader, jest } = outcomes;
  const passesIn = (outcomes: Outcomes, { exercise }: ExerciseOnDisk): boolean =>
    exercise.checks.every(({ id }) => outcomes.get(`solutions ${exercise.id} ${id}`) === true);
  const fair = all.filter((onDisk) => passesIn(grader, onDisk) && passesIn(jest, onDisk));
  if (fair.length === 0) throw new Error(`No exercise's solution passes on both sides. Jest says: ${jestSays || 'nothing'}`);
  const leftOut = all.filter((onDisk) => !fair.includes(onDisk));
  return { fair, leftOut: leftOut.map(({ exercise }) => exercise.id) };
}

/** The two sides take turns at going first; the checks alone come last. */
async function gradeAll(
  { course, level, cores, resetModules, folder }: Bench,
  exercises: readonly ExerciseOnDisk[],
  setting: JestSetting,
  submissions: readonly GeneratedSubmission[],
  label: string,
  jestFirst = false,
): Promise<Round & { readonly jestSays: string }> {
  // A folder of its own for each round: the submissions' files are new to Jest's cache, as they are in life.
  const place = (name: string): string => join(folder, `${label}-${name}`);
  for (const name of ['grader-out', 'jest-out', 'bare-out']) mkdirSync(place(name));
  for (const submission of submissions) {
    writeForGrader(join(place('graded'), submission.name), submission);
    writeForPeer(join(place('imported'), submission.name), course, submission);
  }
  const names = submissions.map(({ name }) => name);
  const exerciseIds = exercises.map(({ exercise }) => exercise.id);
  const imported = { root: course.root, submissions: place('imported') };
  const jestRun = { setting, ...imported, names, atOnce: cores, resetModules, out: place('jest-out') };
  const graderRun = { root: course.root, submissions: place('graded'), level, jobs: cores, out: place('grader-out') };
  const sides = {
    grader: (start: Start) => gradeWithGrader(graderRun, start),
    jest: (start: Start) => gradeWithJest(jestRun, start),
    bare: (start: Start) => runBare({ ...imported, exerciseIds, out: place('bare-out') }, start),
  };
  const early = jestFirst ? await measure(sides.jest) : null;
  const grader = await measure(sides.grader);
  const jest = early ?? (await measure(sides.jest));
  const bare = await measure(sides.bare);
  const outcomes = {
    grader: readGraderOutcomes(graderRun.out),
    jest: readJestOutcomes(jestRun),
    bare: readBareOutcomes(place('bare-out')),
  };
  return { grader, jest, bare, outcomes, jestSays: firstFailure(jestRun) };
}

/** For whoever wants to draw them; git knows nothing of this folder. */
function keepFigures(facts: BenchFacts, rounds: readonly Round[]): void {
  const folder = join(repositoryRoot, 'bench-results');
  mkdirSync(folder, { recursive: true });
  const kept = rounds.map(({ grader, jest, bare }) => ({ grader, jest, bare }));
  const text = JSON.stringify({ at: new Date().toISOString(), node: process.version, ...facts, rounds: kept }, null, 2);
  writeFileSync(join(folder, 'latest.json'), `${text}\n`);
}
