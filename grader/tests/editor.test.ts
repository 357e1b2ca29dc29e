// .vscode/tasks.json: its tasks run commands that there are, and its expressions read what these print.

import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters as plain } from 'node:util';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';

import type { ReportExercise } from '@cookie-lessons/lesson-contract';

import { loadCourse } from '../src/course/load-course';
import { checkForEditor } from '../src/doors/cli/check-for-editor';
import { checkBeganLine, checkEndedLine, checkFailedLine, problemLines } from '../src/doors/cli/problem-lines';
import { type CopiedCourse, copyCourse } from './copy-course';

interface Task {
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly problemMatcher: Matcher | [];
}
interface Matcher {
  readonly pattern: { readonly regexp: string };
  readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
}

const root = join(__dirname, '..', '..');
// A comment line stands above it, as editors allow.
const { tasks } = JSON.parse(readFileSync(join(root, '.vscode', 'tasks.json'), 'utf8').replace(/^\s*\/\/.*$/gm, '')) as {
  tasks: readonly Task[];
};
const first = 'plain-cookies/first-cookie';

test('every task runs a script of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  expect(tasks.map(({ label }) => label)).toEqual(['check this exercise', 'check on save', 'run the app']);
  for (const { command, args } of tasks) {
    expect([command, ...args.slice(0, 2), args[3]]).toEqual(['npm', 'run', '--silent', '--']);
    expect(Object.keys(scripts)).toContain(args[2]);
  }
});

test('every task has only options that its command knows', async () => {
  for (const { args } of tasks) {
    const help = await run([args[2] ?? '', '--help']);
    for (const option of args.slice(4).filter((arg) => arg.startsWith('--'))) expect(help).toContain(option);
  }
});

describe('what `check --problems` prints', () => {
  let copy: CopiedCourse;
  let said: string;
  beforeEach(() => {
    copy = copyCourse();
    said = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += plain(String(text));
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    copy.remove();
  });

  test('of a wrong program: a mark in its file for each check that fails', async () => {
    const lines = copy.read(`${first}/app.ts`).trimEnd().split('\n');
    copy.write(`${first}/app.ts`, [...lines, `export const wrong: number = 'text';`, ''].join('\n'));
    expect(await checkForEditor(loadCourse(copy.root), [`exercises/${first}/app.ts`])).toBe(1);
    const marks = matched(said, 'check this exercise');
    expect(marks.filter(({ severity }) => severity === 'error').length).toBe(4);
    for (const { file } of marks) expect(existsSync(join(copy.root, file))).toBe(true);
    expect(marks).toContainEqual({ file: `exercises/${first}/app.ts`, line: 1, column: 1, severity: 'error', message: expect.stringMatching(/^A visitor sees the banner/) }); // prettier-ignore
    expect(marks).toContainEqual({ file: `exercises/${first}/app.ts`, line: lines.length + 1, column: 1, severity: 'warning', message: expect.stringMatching(/TS2322/) }); // prettier-ignore
    expect(said.trim().split('\n')).toHaveLength(marks.length + 2);
  });

  test('of a right program, and of one that is not begun: no mark', async () => {
    copy.solve(first);
    expect(await checkForEditor(loadCourse(copy.root), [first])).toBe(0);
    expect(await checkForEditor(loadCourse(copy.root), ['plain-cookies/visit-counter'])).toBe(0);
    expect(matched(said, 'check this exercise')).toEqual([]);
  });
});

test('a program that does not answer at all is one problem, at its place', () => {
  const exercise = { id: first, state: 'graded', endedBecause: 'did-not-start', checks: [failed('one'), failed('two')] };
  const report = { exercises: [exercise as unknown as ReportExercise] } as never;
  const diagnosis = { id: 'x', what: 'It does not\nparse.', where: { path: 'app.ts', line: 7 }, repair: 'Close the bracket.' };
  const lines = problemLines(loadCourse(root), { report, diagnoses: new Map([[first, diagnosis]]) }, new Map());
  expect(matched(lines.join('\n'), 'check this exercise')).toEqual([
    {
      file: `exercises/${first}/app.ts`,
      line: 7,
      column: 1,
      severity: 'error',
      message: 'It does not parse. Close the bracket.',
    },
  ]);
});

test('a check on save is seen to begin and to end', () => {
  const { background } = matcherOf('check on save');
  const begins = new RegExp(background?.beginsPattern ?? '');
  const ends = new RegExp(background?.endsPattern ?? '');
  const exercises = [
    { id: first, state: 'graded', endedBecause: 'answered', checks: [failed('one')] },
  ] as unknown as ReportExercise[];
  expect(checkBeganLine([first, first])).toMatch(begins);
  expect(checkEndedLine({ verdict: 'graded', reason: '', exercises })).toMatch(ends);
  expect(checkEndedLine({ verdict: 'graded', reason: '', exercises: [] })).toMatch(ends);
  expect(checkEndedLine({ verdict: 'grader-fault', reason: 'Two\nlines.', exercises: [] })).toMatch(ends);
  expect(checkFailedLine('No sandbox.')).toMatch(ends);
  expect(checkBeganLine([first])).not.toMatch(ends);
  expect(matcherOf('check on save').pattern).toEqual(matcherOf('check this exercise').pattern);
});

function matcherOf(label: string): Matcher {
  const found = tasks.find((task) => task.label === label)?.problemMatcher;
  if (!found || !('pattern' in found)) throw new Error(`The task "${label}" has no problem matcher.`);
  return found;
}

/** What an editor makes of the output. */
function matched(
  output: string,
  label: string,
): { file: string; line: number; column: number; severity: string; message: string }[] {
  const regexp = new RegExp(matcherOf(label).pattern.regexp);
  return output.split('\n').flatMap((text) => {
    const [, file, line, column, severity, message] = regexp.exec(text) ?? [];
    if (file === undefined) return [];
    return [{ file, line: Number(line), column: Number(column), severity: severity ?? '', message: message ?? '' }];
  });
}

function failed(id: string): ReportExercise['checks'][number] {
  return {
    id,
    sentence: 'Something is true.',
    visible: true,
    outcome: 'failed',
    points: { earned: 0, possible: 1 },
    feedback: { misconception: null, message: '', section: 'page' },
  };
}

async function run(args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [join(root, 'scripts', 'course.mjs'), ...args])).stdout;
}
