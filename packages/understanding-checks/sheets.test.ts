// The bank of questions: each proves itself, the sheets' folders say what follows from it, and the public half tells nothing.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { drawPaper, type Key, proveBank } from '@cookie-lessons/question-bank';
import { describe, expect, test } from '@jest/globals';

import { loadKeys } from './load-keys';
import { paperOwner } from './paper-owner';
import { sheetFiles } from './sheet-files';
import { sheets } from './sheets';

const root = join(__dirname, '..', '..');
const everySheet = Object.entries(sheets);
const keysOf = (sheet: string): ReadonlyMap<string, Key> => loadKeys(sheet) ?? new Map<string, Key>();

test('every question draws, has one key and says of each wrong answer why', async () => {
  const { findings, figures } = await proveBank({
    questions: everySheet.flatMap(([sheet, { questions }]) => questions.map((question) => ({ question, sheet }))),
    keys: new Map(everySheet.flatMap(([sheet]) => [...keysOf(sheet)])),
    // `npm run verify` draws for 200.
    students: 25,
    paperOwner: (sheet, studentId) => paperOwner(sheet, studentId, 1),
  });
  expect(findings).toEqual([]);
  expect(figures.questions).toBeGreaterThanOrEqual(40);
  expect(figures.seeded).toBeGreaterThanOrEqual(15);
}, 600_000);

describe.each(everySheet)('%s', (name, sheet) => {
  test('its files are what its questions and keys say; else: npm run sheets', async () => {
    for (const [path, text] of await sheetFiles(name, sheet)) {
      const there = readFileSync(join(root, path), 'utf8');
      if (path.endsWith('.json')) expect(JSON.parse(there)).toEqual(JSON.parse(text));
      else expect(there).toBe(text);
    }
  });

  test('two students get different papers on the same questions', () => {
    const [ada, bob] = ['ada', 'bob'].map((id) => drawPaper(paperOwner(name, id, 1), sheet.questions));
    expect(new Set(ada?.map(({ question }) => question.id))).toEqual(new Set(bob?.map(({ question }) => question.id)));
    expect(JSON.stringify(ada)).not.toBe(JSON.stringify(bob));
  });
});

test('the public half holds no key and no explanation', () => {
  const published = textsBelow(join(__dirname, 'questions')).join('\n');
  expect(published).not.toMatch(/\/keys\/|keyOf|explanation|beliefs/);
  for (const [sheet] of everySheet)
    for (const key of keysOf(sheet).values())
      for (const told of [key.explanation, ...Object.values(key.beliefs ?? {})]) expect(published).not.toContain(told);
});

test('what is published of a graded sheet says nothing of its key', () => {
  for (const [name, { graded }] of everySheet) {
    if (!graded) continue;
    const manifest = readFileSync(join(__dirname, 'exercises', name, 'exercise.json'), 'utf8');
    for (const key of keysOf(name).values())
      for (const told of [key.explanation, ...Object.values(key.beliefs ?? {})]) expect(manifest).not.toContain(told);
  }
});

function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
