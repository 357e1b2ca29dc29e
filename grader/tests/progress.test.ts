// The progress file: what is noted, what is kept, and what a broken file or a second writer does to it.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { ReportExercise } from '@cookie-lessons/lesson-contract';

import { loadCourse } from '../src/course/load-course';
import { contentHashOf, noteChecked, readProgress, standingOf } from '../src/progress/progress-file';
import { copyCourse, exerciseOf } from './copy-course';

const noon = new Date('2026-03-02T12:00:00.000Z');
const later = new Date('2026-03-02T13:00:00.000Z');
const id = 'plain-cookies/first-cookie';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'progress-'));
  mkdirSync(join(root, 'exercises'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what is noted', () => {
  test('a check that fails leaves what passed, the points, and no date of solving', () => {
    noteChecked(root, checked(id, ['passed', 'failed', 'not-run']), 'hash', noon);
    expect(readProgress(root)).toEqual({
      version: 1,
      exercises: {
        [id]: {
          contentHash: 'hash',
          passed: ['check-0'],
          checks: 3,
          points: { earned: 2, possible: 6 },
          checkedAt: noon.toISOString(),
          solvedAt: null,
        },
      },
    });
  });

  test('the date of solving is the first, as long as all passes, and a new one after a failure', () => {
    const solvedAt = (): unknown => readProgress(root).exercises[id]?.solvedAt;
    noteChecked(root, checked(id, ['passed', 'passed']), 'a', noon);
    noteChecked(root, checked(id, ['passed', 'passed']), 'b', later);
    expect(solvedAt()).toBe(noon.toISOString());
    noteChecked(root, checked(id, ['passed', 'failed']), 'c', later);
    expect(solvedAt()).toBeNull();
    noteChecked(root, checked(id, ['passed', 'passed']), 'd', later);
    expect(solvedAt()).toBe(later.toISOString());
  });

  test('a hidden check that this copy has no test for is not counted, one that a crash kept from running is', () => {
    const report = checked(id, ['passed', 'not-run']);
    const [first, second] = report.checks as [ReportExercise['checks'][number], ReportExercise['checks'][number]];
    const withHidden = { ...report, checks: [first, { ...second, visible: false }] };
    const inStudentsCopy = noteChecked(root, withHidden, 'hash', noon).exercises[id];
    expect(inStudentsCopy).toMatchObject({ checks: 1, points: { earned: 2, possible: 2 }, solvedAt: noon.toISOString() });
    const crashed = noteChecked(root, { ...withHidden, endedBecause: 'crashed' }, 'hash', noon).exercises[id];
    expect(crashed).toMatchObject({ checks: 2, solvedAt: null });
  });

  test('what was not graded leaves no trace', () => {
    noteChecked(root, { ...checked(id, ['not-run']), state: 'not-started' }, 'hash', noon);
    expect(readdirSync(join(root, 'exercises'))).toEqual([]);
  });

  test('a sheet whose answers are withheld is never called solved', () => {
    const noted = noteChecked(root, { ...checked(id, ['not-run', 'not-run']), withheld: true }, 'hash', noon).exercises[id];
    expect(noted).toMatchObject({ checks: 2, passed: [], solvedAt: null });
  });
});

describe('a file that can not be used', () => {
  const broken = {
    'half a file': '{ "version": 1, "exer',
    'a later version': '{ "version": 2, "exercises": {} }',
    'an entry of another shape': `{ "version": 1, "exercises": { "${id}": { "passed": 3 } } }`,
    'nothing at all': '',
    'a list': '[]',
    'a date that is none': JSON.stringify({
      version: 1,
      exercises: {
        [id]: { contentHash: '', passed: [], checks: 1, points: { earned: 0, possible: 1 }, checkedAt: 'x', solvedAt: null },
      },
    }),
  };

  test.each(Object.entries(broken))('%s is put aside whole, said once, and progress begins anew', (_name, text) => {
    const path = join(root, 'exercises', '.progress.json');
    writeFileSync(path, text);
    const first = readProgress(root);
    expect(first.exercises).toEqual({});
    expect(first.setAside).toContain('.progress.json.broken-1');
    expect(readFileSync(`${path}.broken-1`, 'utf8')).toBe(text);
    expect(readProgress(root)).toEqual({ version: 1, exercises: {} });

    writeFileSync(path, text);
    const noted = noteChecked(root, checked(id, ['passed']), 'hash', noon);
    expect(noted.setAside).toContain('.progress.json.broken-2');
    expect(readProgress(root).exercises[id]?.passed).toEqual(['check-0']);
    expect(readdirSync(join(root, 'exercises')).sort()).toEqual([
      '.progress.json',
      '.progress.json.broken-1',
      '.progress.json.broken-2',
    ]);
  });
});

test('several processes that write at once lose nothing of each other', async () => {
  const program = `
    require('ts-node').register({ swc: true, cwd: ${JSON.stringify(join(__dirname, '..', '..'))}, project: 'tsconfig.base.json', compilerOptions: { target: 'es2022' }, ignore: ['/node_modules/'] });
    const { noteChecked } = require(${JSON.stringify(join(__dirname, '..', 'src', 'progress', 'progress-file.ts'))});
    const report = ${JSON.stringify(checked('', ['passed']))};
    for (let i = 0; i < 40; i++) noteChecked(${JSON.stringify(root)}, { ...report, id: 'lesson/' + process.argv[1] + '-' + i }, 'hash', new Date());
  `;
  const run = promisify(execFile);
  await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => run(process.execPath, ['-e', program, name], { cwd: join(__dirname, '..') })),
  );
  expect(Object.keys(readProgress(root).exercises)).toHaveLength(160);
  expect(readdirSync(join(root, 'exercises'))).toEqual(['.progress.json']);
});

test('a lock that a killed process has left holds nobody up for ever', () => {
  const lock = join(root, 'exercises', '.progress.json.lock');
  writeFileSync(lock, '');
  utimesSync(lock, noon, noon);
  noteChecked(root, checked(id, ['passed']), 'hash', noon);
  expect(readdirSync(join(root, 'exercises'))).toEqual(['.progress.json']);
});

test('where an exercise stands is told by its files and what was noted of them', () => {
  const copy = copyCourse();
  try {
    const course = loadCourse(copy.root);
    const onDisk = exerciseOf(course, id);
    const of = onDisk.exercise.checks.length;
    const standing = (): unknown => standingOf(course, onDisk, readProgress(copy.root));
    const note = (outcomes: readonly Outcome[], text: string): unknown =>
      noteChecked(copy.root, checked(id, outcomes), contentHashOf(new Map([['app.ts', text]])), noon);

    expect(standing()).toEqual({ state: 'not-started', passed: 0, of });
    copy.write(`${id}/app.ts`, 'one');
    expect(standing()).toEqual({ state: 'started', passed: 0, of });
    note(['passed', 'failed'], 'one');
    expect(standing()).toEqual({ state: 'started', passed: 1, of: 2 });
    copy.write(`${id}/app.ts`, 'two');
    expect(standing()).toEqual({ state: 'changed', passed: 1, of: 2 });
    note(['passed', 'passed'], 'two');
    expect(standing()).toEqual({ state: 'solved', passed: 2, of: 2 });
    copy.write(`${id}/app.ts`, onDisk.starter.get('app.ts') ?? '');
    expect(standing()).toEqual({ state: 'not-started', passed: 0, of: 2 });
  } finally {
    copy.remove();
  }
});

test('the hash of an exercise is of paths and texts, in whichever order they were read', () => {
  const hash = contentHashOf(new Map([['a.ts', '1'], ['b.ts', '2']])); // prettier-ignore
  expect(contentHashOf(new Map([['b.ts', '2'], ['a.ts', '1']]))).toBe(hash); // prettier-ignore
  expect(contentHashOf(new Map([['a.ts', '2'], ['b.ts', '1']]))).not.toBe(hash); // prettier-ignore
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

type Outcome = ReportExercise['checks'][number]['outcome'];

/** A report of one exercise, two points a check. */
function checked(exerciseId: string, outcomes: readonly Outcome[]): ReportExercise {
  const earned = outcomes.filter((outcome) => outcome === 'passed').length * 2;
  return {
    id: exerciseId,
    state: 'graded',
    seconds: 0,
    endedBecause: 'answered',
    points: { earned, possible: outcomes.length * 2 },
    checks: outcomes.map((outcome, index) => ({
      id: `check-${index}`,
      sentence: 'Something is true.',
      visible: true,
      outcome,
      points: { earned: outcome === 'passed' ? 2 : 0, possible: 2 },
      feedback: { misconception: null, message: '', section: 'page' },
    })),
    advice: [],
  };
}
