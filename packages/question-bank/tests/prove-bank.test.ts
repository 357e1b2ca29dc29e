// The proof of a bank finds what is wrong with one.

import { expect, test } from '@jest/globals';

import { type Key, keyOf, proveBank, question, type Question } from '../src/index';

const beliefs = { green: 'Green is another colour.', blue: 'Blue is another colour.' };
const ask = () => ({ prompt: 'Which?', choices: { red: 'Red.', green: 'Green.', blue: 'Blue.' } });
const good: Question = question({ id: 'good', kind: 'single', title: 'Good', section: 'a/b', ask });

async function findings(own: Question, parts: Omit<Key, 'question'>, count = 1): Promise<readonly string[]> {
  const questions = Array.from({ length: count }, (_, number) => ({ ...own, id: `${own.id}-${number}` }));
  const bank = {
    questions: questions.map((question) => ({ question, sheet: 's' })),
    keys: new Map(questions.map((question) => [question.id, keyOf(question, parts)])),
    students: 60,
    paperOwner: (sheet: string, studentId: string) => ({ course: 'c', studentId, sheet, attempt: 1 }),
  };
  return (await proveBank(bank)).findings;
}

test('a good question passes', async () => {
  expect(await findings(good, { answer: () => 'red', explanation: 'So.', beliefs })).toEqual([]);
});

test.each<[string, Question, Omit<Key, 'question'>, RegExp]>([
  ['a key that names no choice', good, { answer: () => 'pink', explanation: 'So.', beliefs }, /names no choice: pink/],
  ['a wrong choice without a word', good, { answer: () => 'red', explanation: 'So.', beliefs: { green: 'G.' } }, /nothing is told to who takes "blue"/],
  ['two choices told the same', good, { answer: () => 'red', explanation: 'So.', beliefs: { green: 'No.', blue: 'No.' } }, /told the same/],
  ['all of them right', { ...good, kind: 'multiple' }, { answer: () => ['red', 'green', 'blue'], explanation: 'So.', beliefs }, /none or all/],
  ['no usual mistake', { ...good, kind: 'number' }, { answer: () => 5, explanation: 'So.' }, /knows no usual mistake/],
  ['a usual mistake that is right', { ...good, kind: 'number' }, { answer: () => 5, explanation: 'So.', mistakes: () => ({ m: { answer: 5, belief: 'b' } }) }, /the mistake "m" is right/],
  ['a draw that changes nothing', { ...good, draw: () => 1 }, { answer: () => 'red', explanation: 'So.', beliefs }, /see only 1 different/],
  ['a key that throws', good, { answer: () => { throw new Error('no such header'); }, explanation: 'So.', beliefs }, /no such header/],
])('%s is found', async (_name, own, parts, finding) => {
  expect(await findings(own, parts)).toEqual([expect.stringMatching(finding)]);
}); // prettier-ignore

test('right answers that are always the longest are found', async () => {
  const choices = { red: 'Red, as everybody knows.', green: 'Green.', blue: 'Blue.' };
  const telling = { ...good, ask: () => ({ prompt: 'Which?', choices }) };
  const key = { answer: () => 'red', explanation: 'So.', beliefs };
  expect(await findings(telling, key, 12)).toEqual([expect.stringMatching(/longest in 100 %/)]);
});
