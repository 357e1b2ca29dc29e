// What the queue of the watch and of the site tells, and when.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { loadCourse } from '../../src/course/load-course';
import { openCheckQueue } from '../../src/doors/cli/watch/check-queue';
import { type CopiedCourse, copyCourse } from '../copy-course';

const id = 'plain-cookies/first-cookie';
let copy: CopiedCourse;

beforeEach(() => void (copy = copyCourse()));
afterEach(() => copy.remove());

test('a progress file that cannot be written costs nobody their check, and is told to whom the queue works for, not printed', async () => {
  copy.solve(id);
  mkdirSync(join(copy.root, 'exercises', '.progress.json'));
  const told: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const queue = openCheckQueue(loadCourse(copy.root), {
      onBegin: (ids) => told.push(`began ${ids.join()}`),
      onChecked: (_ids, { report }) => told.push(`checked: ${report.exercises[0]?.points.earned} points`),
      onFailed: reject,
      onProblem(sentence) {
        told.push(sentence);
        queue.close();
        resolve();
      },
    });
    queue.ask([id]);
  });
  expect(told).toEqual([
    `began ${id}`,
    'checked: 12 points',
    expect.stringMatching(/^Your progress could not be noted in exercises\/\.progress\.json: /),
  ]);
});
