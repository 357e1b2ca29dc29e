// What a lesson lets programs load costs no fresh process: it leaves nothing behind that could be taken for theirs.

import { join } from 'node:path';

import { modulesOf } from '@cookie-lessons/lesson-contract';
import { openBox } from '@cookie-lessons/sandbox';
import { expect, test } from '@jest/globals';

import { loadCourse } from '../src/course/load-course';
import { repositoryRoot } from '../src/doors/cli/repository';

const modules = modulesOf(loadCourse(repositoryRoot).lessons);

test.each(modules)('%s leaves the process as it was, loaded twice', async (name) => {
  const box = openBox({ level: 'process', modules, resolveFrom: join(repositoryRoot, 'exercises') });
  const files = new Map([
    ['app.ts', `import * as loaded from '${name}'; export const names = () => Object.keys(loaded).length;`],
  ]);
  const source = { files, entry: 'app.ts', modules };
  try {
    const first = await (await box.load(source)).call('names', []);
    expect(first).toBeGreaterThan(0);
    expect(await (await box.load(source)).call('names', [])).toBe(first);
    expect(await box.settle()).toEqual({ clean: true, differences: [] });
  } finally {
    await box.close();
  }
});
