// Code blocks and links are found, and broken links are seen.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { brokenLinks, loadSnippet, readPages, snippetsOf } from '../src/index';

const lesson = mkdtempSync(join(tmpdir(), 'lesson-'));
const page = join(lesson, 'lesson-text', 'one.md');
beforeAll(() => {
  mkdirSync(join(lesson, 'lesson-text'));
  writeFileSync(
    page,
    '# One\n\n## Who signs?\n\n[a](two.md) [b](#who-signs) [c](#nobody) [d](gone.md#x) [e](two.md#two) [f](two.md#three)\n\n```ts run add\nexport const add = (a: number) => a + 1;\n```\n\n```ts\nnot.run();\n```\n',
  );
  writeFileSync(join(lesson, 'lesson-text', 'two.md'), '# Two\n');
});
afterAll(() => rmSync(lesson, { recursive: true }));

test('links to what is not there are named', () => {
  expect(brokenLinks(page)).toEqual(['one.md#nobody', 'gone.md#x', 'two.md#three']);
});

test('a block that is marked has a name and can be loaded', () => {
  const [marked, other] = snippetsOf(readPages(lesson));
  expect([marked?.name, marked?.marked, other?.marked]).toEqual(['add', true, false]);
  expect(loadSnippet<{ add: (n: number) => number }>(marked?.code ?? '', __filename).add(1)).toBe(2);
});
