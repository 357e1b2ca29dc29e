// The other side: what a course without a grader does. One warm `jest -i` with @swc/jest a submission, as many at a time as there
// are cores, the same check files, the submission imported into the test process. No isolation: a submission can do what it likes.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import type { Course } from '../src/course/load-course';
import type { Start } from './measure';
import { type Outcomes, outcomeKey } from './outcomes';
import { type ExerciseFacts, factsFile, factsVariable, resetModulesVariable, submissionVariable } from './peer/exercise-facts';

export interface JestSetting {
  readonly root: string;
  readonly config: string;
  readonly facts: string;
  readonly checkFiles: readonly string[];
}

export interface JestRun {
  readonly setting: JestSetting;
  /** Folder of submissions, and which are in it. */
  readonly submissions: string;
  readonly names: readonly string[];
  readonly atOnce: number;
  /** jest.resetModules() before every check, instead of loading packages once a test file. */
  readonly resetModules: boolean;
  /** Empty folder for results and logs. */
  readonly out: string;
}

/** Jest's own configuration, written once: a changed one would make its cache cold. */
export function prepareJest(course: Course, exercises: readonly ExerciseOnDisk[], folder: string): JestSetting {
  const facts = join(folder, 'facts');
  mkdirSync(facts, { recursive: true });
  for (const { exercise, lessonFolder, lesson, harness } of exercises) {
    const known: ExerciseFacts = {
      exercise,
      lessonFolder: join(course.root, lessonFolder),
      labModules: lesson.labModules,
      harness: [...harness],
    };
    writeFileSync(join(facts, factsFile(exercise.id)), JSON.stringify(known));
  }
  const words = join(__dirname, 'peer', 'contract-words.ts');
  const config = {
    rootDir: course.root,
    roots: [...new Set(exercises.map(({ lessonFolder }) => join(course.root, lessonFolder, 'exercises')))],
    testMatch: ['**/{visible,hidden}.test.ts'],
    testEnvironment: 'node',
    transform: { '\\.ts$': [createRequire(__filename).resolve('@swc/jest'), { jsc: { target: 'es2022' } }] },
    setupFilesAfterEnv: [join(__dirname, 'peer', 'set-up-run.ts')],
    moduleNameMapper: { '^@cookie-lessons/(lesson-contract|sandbox)$': words },
    cacheDirectory: join(folder, 'jest-cache'),
    watchman: false,
  };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  return { root: course.root, config: join(folder, 'jest.config.json'), facts, checkFiles: checkFilesOf(course, exercises) };
}

function checkFilesOf(course: Course, exercises: readonly ExerciseOnDisk[]): readonly string[] {
  return exercises
    .flatMap(({ folder }) => ['visible.test.ts', 'hidden.test.ts'].map((name) => join(course.root, folder, name)))
    .filter((file) => existsSync(file));
}

export async function gradeWithJest(run: JestRun, start: Start): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < run.names.length; index = next++) await startJest(run, run.names[index] as string, start);
  };
  await Promise.all(Array.from({ length: run.atOnce }, lane));
}

async function startJest({ setting, submissions, out, resetModules }: JestRun, name: string, start: Start): Promise<void> {
  const jest = join(dirname(createRequire(__filename).resolve('jest/package.json')), 'bin', 'jest.js');
  const report = join(out, `${name}.json`);
  const code = await start({
    program: process.execPath,
    args: [
      jest,
      '-i',
      '--ci',
      ...['--config', setting.config, '--json', '--outputFile', report],
      '--runTestsByPath',
      ...setting.checkFiles,
    ],
    cwd: setting.root,
    log: join(out, `${name}.log`),
    env: {
      [submissionVariable]: join(submissions, name),
      [factsVariable]: setting.facts,
      NODE_ENV: 'test',
      ...(resetModules ? { [resetModulesVariable]: '1' } : {}),
    },
  });
  if (!existsSync(report))
    throw new Error(`Jest ended with ${code}:\n${readFileSync(join(out, `${name}.log`), 'utf8').slice(-2000)}`);
}

interface JestReport {
  readonly testResults: readonly {
    readonly message: string;
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

export function readJestOutcomes({ names, out }: JestRun): Outcomes {
  const outcomes = new Map<string, boolean>();
  for (const submission of names) {
    for (const { name, assertionResults } of readReport(out, submission).testResults) {
      const exerciseId = (/packages\/([^/]+)\/exercises\/([^/]+)\//.exec(name) ?? []).slice(1).join('/');
      for (const { title, status } of assertionResults)
        outcomes.set(outcomeKey(submission, exerciseId, title.split(':')[0] ?? ''), status === 'passed');
    }
  }
  return outcomes;
}

/** What Jest says of the first test file that failed; empty where none did. */
export function firstFailure({ names, out }: JestRun): string {
  const messages = names.flatMap((submission) => readReport(out, submission).testResults.map(({ message }) => message));
  return (messages.find((message) => message !== '') ?? '').trim().slice(0, 1_000);
}

function readReport(out: string, submission: string): JestReport {
  return JSON.parse(readFileSync(join(out, `${submission}.json`), 'utf8')) as JestReport;
}
