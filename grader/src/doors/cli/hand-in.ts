// `npm run hand-in`: packs what a student has done into one file that the grader takes in as it is.

import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { exitCodes } from '@cookie-lessons/lesson-contract';
import { Command } from 'commander';
import pc from 'picocolors';

import { type Course, loadCourse } from '../../course/load-course';
import { writeWhole } from '../../report/write-whole';
import { everything } from '../../score/assignment';
import { collectHandIn } from '../../workspace/collect-hand-in';
import { packSubmission } from '../../workspace/pack-submission';
import { type Ask, askAtTerminal } from './ask-at-terminal';
import { askWhoWorksHere } from './ask-student';
import { assignmentOf } from './assignment-of';
import { checkBeforeHandIn } from './check-before-hand-in';
import { handInWarnings, leftOutLines } from './hand-in-warnings';
import { repositoryRoot } from './repository';
import { say, sayAside } from './say';
import { UsageError } from './usage-error';
import { isStarted, studentOf } from './workspace';

export interface HandInOptions {
  readonly out: string;
  readonly assignment?: string;
  readonly check: boolean;
}

export function handInCommand(exit: (code: number) => void): Command {
  return new Command('hand-in')
    .description('Pack what you have done, to be uploaded.')
    .option('--assignment <id>', 'only what course.json puts into this assignment')
    .option('--out <file>', 'where the zip goes, from the repository on', 'submission.zip')
    .option('--no-check', 'pack without running the checks first')
    .addHelpText('after', '\nExit codes: 0 packed, 2 wrong usage or no student id, 3 nothing started, so nothing packed.')
    .action(async (options: HandInOptions) => exit(await handIn(loadCourse(repositoryRoot), options, askAtTerminal())));
}

/** @param ask null where nobody can answer. @throws UsageError */
export async function handIn(course: Course, options: HandInOptions, ask: Ask | null): Promise<number> {
  const out = placeFor(course, options.out);
  const counted = options.assignment === undefined ? everything : assignmentOf(course, options.assignment);
  const asked = [...course.exercises.values()].filter(({ exercise }) => counted.shown(exercise));
  const started = asked.filter((onDisk) => isStarted(course, onDisk));
  if (started.length === 0) {
    sayAside(`Nothing is started yet${inAssignment(options)}, so nothing was packed. npm start shows where to begin.`);
    return exitCodes.nothingGradable;
  }
  const studentId = await askWhoWorksHere(course, ask, '');
  if (studentId === '') throw new UsageError(noStudentId);
  if (options.check) say(await checkBeforeHandIn(course, started));
  const packed = await collectHandIn(course, started);
  if (packed.files.size === 0)
    throw new UsageError(`${leftOutLines(packed).join('\n')}\nNothing is left that could be handed in, so nothing was packed.`);
  const files = new Map([['student.json', `${JSON.stringify(studentOf(course))}\n`], ...packed.files]);
  const bytes = await packSubmission(files);
  writeWhole(out, bytes);

  const counting = asked.filter(({ exercise }) => counted.counts(exercise));
  for (const warning of handInWarnings(course, { counting, started, studentId, packed })) sayAside(warning);
  say(`${pc.bold(options.out)} (${sizeOf(bytes)}) holds the work of ${studentId}:`);
  for (const path of files.keys()) say(`  ${path}`);
  say(whereTo(course, options.out));
  return exitCodes.done;
}

const noStudentId = `Nothing was packed: exercises/student.json doesn't say who you are. Write it like this, with your id as your instructor knows it, and run the same command again:
  { "id": "your-id", "name": "Your Name" }`;

function placeFor({ root }: Course, path: string): string {
  const out = resolve(root, path);
  if (!/\.zip$/i.test(path))
    throw new UsageError(`--out takes the name of a zip, e.g. --out ${path.replace(/\.[^./\\]*$/, '')}.zip`);
  if (!existsSync(dirname(out))) throw new UsageError(`There is no folder ${dirname(path)} to write ${path} into.`);
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${path} is a folder. Name a file: --out submission.zip`);
  return out;
}

function inAssignment({ assignment }: HandInOptions): string {
  return assignment === undefined ? '' : ` of ${assignment}`;
}

function whereTo({ manifest }: Course, out: string): string {
  const place = manifest?.handIn?.uploadTo;
  if (place === undefined) return `Upload ${out} where your instructor told you.`;
  return /^https?:\/\//.test(place) ? `Upload ${out} here: ${place}` : `Upload ${out}: ${place}`;
}

function sizeOf({ length }: Buffer): string {
  return length < 1024 ? `${length} bytes` : `${(length / 1024).toFixed(1)} KB`;
}
