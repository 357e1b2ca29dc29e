// `npm run grade -- <path…>`: a class's submissions in, three report files and a table out.

import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

import { exitCodes, type Report, type ReportSubmission } from '@cookie-lessons/lesson-contract';
import { type Level, requireLevel, strongestLevel } from '@cookie-lessons/sandbox';
import { Command, Option } from 'commander';

import { TypeChecker } from '../../check-types/type-checker';
import { typeCheckerParts, withTypeAdvice } from '../../check-types/with-type-advice';
import { loadCourse } from '../../course/load-course';
import { type Grading, gradeSubmission, notGradable } from '../../grade-submission';
import type { Submission } from '../../intake/submission';
import { findContainers, takeIn } from '../../intake/take-in';
import { percentOf } from '../../report/make-report';
import { ReportFolder } from '../../report/report-folder';
import { finishedBefore } from '../../report/resume';
import { beganLine, progressLine, renderFailures, renderTable } from '../../report/terminal';
import { gradeClass } from '../../run-checks/grade-class';
import { closing, everything } from '../../score/assignment';
import { assignmentOf } from './assignment-of';
import { closedSheets, withholdsTheSame } from './closed-sheets';
import { repositoryRoot } from './repository';
import { say, sayAside, StatusLine, terminalColumns } from './say';
import { UsageError } from './usage-error';

interface GradeOptions {
  readonly out: string;
  readonly json?: string;
  readonly isolation?: Level;
  readonly closed?: readonly string[];
  readonly require?: number;
  readonly jobs: number;
  readonly assignment?: string;
  readonly strict?: true;
  readonly seed?: string;
  readonly again?: true;
  readonly types?: true;
}

export function gradeCommand(exit: (code: number) => void): Command {
  return new Command('grade')
    .description('Grade submissions: folders shaped like exercises/, .zip or .tgz files of one, or a folder of these.')
    .argument('<path...>', 'what to grade')
    .option('--out <dir>', 'where results.json, index.html and gradebook.csv go', 'reports')
    .option('--json <file>', 'write the report (version 1) there as well')
    .addOption(
      new Option('--isolation <level>', 'demand a level instead of the strongest that holds').choices([
        'bwrap',
        'landlock',
        'process',
      ]),
    )
    .option('--require <percent>', 'exit with 1 when a submission has less', percentage)
    .option('--jobs <n>', 'submissions at the same time', wholeNumber, availableParallelism())
    .option('--assignment <id>', 'score what course.json puts into this assignment')
    .option('--closed <sheet...>', 'sheets of questions that are over: say which answers were right, and why')
    .option('--strict', 'a process of its own for every exercise')
    .option('--types', 'look for type errors too: advice, no points; about half a second an exercise')
    .option('--again', 'grade anew what an earlier run into the same folder had finished')
    .option('--seed <hex>', '32 hex digits: repeat the draws of an earlier run')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run grade -- solutions\n  npm run grade -- submissions/ --out reports/week-1 --require 50\n\nExit codes: 0 done, 1 below --require, 2 wrong usage, 3 nothing gradable, 4 grader fault.',
    )
    .action(async (paths: string[], options: GradeOptions) => exit(await grade(paths, options)));
}

async function grade(paths: readonly string[], options: GradeOptions): Promise<number> {
  const course = loadCourse(repositoryRoot);
  const asked = options.assignment === undefined ? everything : assignmentOf(course, options.assignment);
  const counted = closing(asked, closedSheets(course, options.closed ?? []));
  const containers = findContainers(course, paths);
  const level = await chooseLevel(options.isolation);
  const seed = seedOf(options.seed);
  const grading: Grading = { course, counted, seed };
  const out = new ReportFolder(resolve(options.out), options.json, {
    courseHash: course.hash,
    courseTitle: course.manifest?.title ?? null,
    gradedAt: new Date().toISOString(),
    level,
  });
  const conditions = { courseHash: course.hash, level, assignment: counted.assignment };
  const before = options.again
    ? new Map<string, never>()
    : finishedBefore(join(resolve(options.out), 'results.json'), conditions);

  const rows = new Map<string, ReportSubmission>();
  let done = 0;
  const status = new StatusLine();
  const finish = (container: string, row: ReportSubmission, resumed = false): void => {
    rows.set(container, row);
    status.clear();
    sayAside(progressLine(++done, containers.length, row, resumed));
  };
  const write = (): Report => out.write(containers.flatMap((each) => rows.get(each) ?? []));

  const toGrade: Submission[] = [];
  const containerOf = new Map<Submission, string>();
  for (const container of containers) {
    const taken = await takeIn(course, container);
    if ('refused' in taken) {
      finish(container, notGradable(taken.refused, grading));
      continue;
    }
    const earlier = before.get(`${taken.submission.source}\0${taken.submission.contentHash}`);
    if (earlier && withholdsTheSame(course, counted, earlier)) finish(container, earlier, true);
    else {
      toGrade.push(taken.submission);
      containerOf.set(taken.submission, container);
    }
  }
  // Only now: what an earlier run had finished must not be lost to a kill in the middle of taking in.
  write();
  const exerciseIds = new Set(
    [...course.exercises.values()].filter(({ exercise }) => counted.shown(exercise)).map(({ exercise }) => exercise.id),
  );
  const types = options.types ? new TypeChecker(typeCheckerParts(course, level)) : null;
  await gradeClass(toGrade, {
    course,
    level,
    jobs: options.jobs,
    seed,
    strict: options.strict === true,
    exerciseIds,
    onExercise: ({ source }, exerciseId) => status.show(beganLine(done, containers.length, source, exerciseId)),
    onSubmission: async (submission, run) => {
      const advised = types ? await withTypeAdvice(types, submission, run) : run;
      finish(containerOf.get(submission) ?? '', gradeSubmission(submission, advised, grading));
      write();
    },
  });
  await types?.close();

  const report = write();
  say(`\n${renderTable(report)}`);
  const failures = renderFailures(report, terminalColumns());
  if (failures !== '') say(`\n${failures}`);
  say(`\nLevel ${level}. Reports: ${join(options.out, 'index.html')}, gradebook.csv, results.json`);
  return exitCode(report.submissions, options.require);
}

/** Never below landlock unless somebody says so. */
async function chooseLevel(wanted: Level | undefined): Promise<Level> {
  if (wanted !== undefined) {
    await requireLevel(wanted);
    return wanted;
  }
  const { level, refused } = await strongestLevel();
  const why = refused.map((finding) => `${finding.level}: ${finding.cause}\n  ${finding.whatToDo}`).join('\n');
  if (level === 'process')
    throw new UsageError(
      `No sandbox holds here, so nothing was graded.\n${why}\nTo grade all the same, on a machine you can lose: --isolation process. Every report is then stamped UNISOLATED.`,
    );
  if (refused.length > 0) sayAside(`Grading at level ${level}, since a stronger one does not hold here.\n${why}`);
  return level;
}

function exitCode(submissions: readonly ReportSubmission[], required: number | undefined): number {
  if (submissions.some(({ verdict }) => verdict === 'grader-fault')) return exitCodes.graderFault;
  if (!submissions.some(({ verdict }) => verdict === 'graded')) return exitCodes.nothingGradable;
  const isBelow = (percent: number | null): boolean => percent !== null && required !== undefined && percent < required;
  return submissions.some(({ points }) => isBelow(percentOf(points))) ? exitCodes.belowRequired : exitCodes.done;
}

function seedOf(given: string | undefined): string {
  if (given === undefined) return randomBytes(16).toString('hex');
  if (!/^[0-9a-f]{32}$/i.test(given))
    throw new UsageError('--seed takes 32 hex digits, as the report of the earlier run shows them.');
  return given.toLowerCase();
}

function percentage(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}(\.\d+)?$/.test(text) || value > 100)
    throw new UsageError(`--require takes a number from 0 to 100, not "${text}".`);
  return value;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError(`--jobs takes a whole number from 1, not "${text}".`);
  return Number(text);
}
