import { checksFor } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { startsAgain, visit } from './a-visitor';

const { check } = checksFor('plain-cookies/visit-counter');

check('counts-one-two-three', async ({ browser, explain }) => {
  const ada = browser();
  const seen: string[] = [];
  explain('nan-for-a-stranger', () => seen.includes('NaN'));
  explain('adds-text', () => seen[1] === '11' || seen[2] === '111');
  for (let visits = 1; visits <= 3; visits++) seen.push(await visit(ada));
  expect(seen).toEqual(['1', '2', '3']);
});

check('each-their-own', async ({ browser, draw, explain }) => {
  const ada = browser();
  const times = draw.integer('visits', 2, 4);
  let last = '';
  for (let visits = 1; visits <= times; visits++) last = await visit(ada);
  const belas = await visit(browser());
  const adasNext = await visit(ada);
  explain('one-counter-for-all', () => belas === String(times + 1));
  explain('adds-text', () => last.startsWith('11'));
  explain('nan-for-a-stranger', () => belas === 'NaN');
  expect([last, belas, adasNext]).toEqual([String(times), '1', String(times + 1)]);
});

check('starts-again-at-nonsense', async (context) => {
  await startsAgain(context, [
    '',
    String(-context.draw.integer('below', 1, 900)),
    context.draw.word('word'),
    '9e15',
    String(context.draw.integer('above', 1_000_001, 9_000_000)),
  ]);
});
