// What the bench compares itself with must do the same work: every check of every solution passes there, too.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { readBareOutcomes, runBare } from '../bench/bare-side';
import { linkPackages, solutionsOf, writeForPeer } from '../bench/generate-class';
import { firstFailure, gradeWithJest, prepareJest, readJestOutcomes } from '../bench/jest-side';
import { measure } from '../bench/measure';
import { type Outcomes, outcomeKey } from '../bench/outcomes';
import { loadCourse } from '../src/course/load-course';
import { repositoryRoot } from '../src/doors/cli/repository';

const course = loadCourse(repositoryRoot);
const exercises = [...course.exercises.values()];
const expected: Outcomes = new Map(
  exercises.flatMap(({ exercise }) => exercise.checks.map(({ id }) => [outcomeKey('solutions', exercise.id, id), true] as const)),
);
const sorted = (outcomes: Outcomes): [string, boolean][] => [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-sides-'));
  linkPackages(folder, course);
  writeForPeer(join(folder, 'imported', 'solutions'), course, solutionsOf(course, exercises));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function placeFor(name: string): string {
  mkdirSync(join(folder, name));
  return join(folder, name);
}

test('Jest, which imports the programs', async () => {
  const setting = prepareJest(course, exercises, folder);
  const submissions = join(folder, 'imported');
  const run = { setting, submissions, names: ['solutions'], atOnce: 1, resetModules: false, out: placeFor('jest-out') };
  await measure((start) => gradeWithJest(run, start));
  expect(firstFailure(run)).toBe('');
  expect(sorted(readJestOutcomes(run))).toEqual(sorted(expected));
}, 180_000);

test('the checks alone', async () => {
  const out = placeFor('bare-out');
  const exerciseIds = exercises.map(({ exercise }) => exercise.id);
  const run = { root: course.root, submissions: join(folder, 'imported'), exerciseIds, out };
  await measure((start) => runBare(run, start));
  expect(sorted(readBareOutcomes(out))).toEqual(sorted(expected));
}, 120_000);
