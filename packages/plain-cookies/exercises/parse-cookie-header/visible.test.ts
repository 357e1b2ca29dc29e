import { type CheckContext, checksFor } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import type * as starter from './starter/parse';

const { check } = checksFor('plain-cookies/parse-cookie-header');

check('pairs', async ({ functions, draw, explain }) => {
  const [theme, zip] = [draw.word('theme'), String(draw.integer('zip', 10_000, 99_999))];
  const spaced = await parsed(functions, `theme=${theme}; zip=${zip}`);
  explain('comma-splits', () => [...spaced.keys()].some((name) => name.includes(',')));
  expect(spaced).toEqual(new Map([['theme', theme], ['zip', zip]])); // prettier-ignore
  const tight = await parsed(functions, `theme=${theme};zip=${zip}`);
  explain('semicolon-and-space', () => tight.size === 1);
  expect(tight).toEqual(spaced);
  const padded = await parsed(functions, `token=${theme}==; x=a=b`);
  explain('every-equals-splits', () => padded.get('token') === theme);
  expect(padded).toEqual(new Map([['token', `${theme}==`], ['x', 'a=b']])); // prettier-ignore
});

check('white-space', async ({ functions, draw, explain }) => {
  const word = draw.word('word');
  expect(await parsed(functions, ` a \t=\t ${word} ;\tb = 2`)).toEqual(new Map([['a', word], ['b', '2']])); // prettier-ignore
  const kept = await parsed(functions, `n=\u00a0${word}\u00a0; c=1,${word}; q="${word} x"`);
  explain('trims-too-much', () => kept.get('n') === word);
  explain('comma-splits', () => kept.get('c') === '1');
  expect(kept).toEqual(new Map([['n', `\u00a0${word}\u00a0`], ['c', `1,${word}`], ['q', `"${word} x"`]])); // prettier-ignore
});

check('first-wins', async ({ functions, draw, explain }) => {
  const [first, second] = [draw.word('first'), draw.word('second', 6)];
  const cookies = await parsed(functions, `s=${first}; other=1; s=${second}; S=${second}`);
  explain('lower-cased', () => !cookies.has('S'));
  explain('last-wins', () => cookies.get('s') === second);
  expect(cookies).toEqual(new Map([['s', first], ['other', '1'], ['S', second]])); // prettier-ignore
  const empty = await parsed(functions, `s=; other=; s=${second}`);
  explain('empty-is-missing', () => empty.get('s') === second || !empty.has('other'));
  expect(empty).toEqual(new Map([['s', ''], ['other', '']])); // prettier-ignore
});

check('any-name', async ({ functions, draw, explain }) => {
  const word = draw.word('word');
  expect((await parsed(functions, `plain=${word}`)).get('plain')).toBe(word);
  const names = draw.shuffle('names', ['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
  const cookies = await parsed(functions, names.map((name) => `${name}=${word}`).join('; '));
  explain('prototype-in-the-way', () => cookies.size < names.length);
  explain('lower-cased', () => cookies.has('tostring'));
  expect(cookies).toEqual(new Map(names.map((name) => [name, word])));
});

/** A Map or an object: what counts is which name has which value. */
async function parsed(functions: CheckContext['functions'], header: string): Promise<ReadonlyMap<string, string>> {
  const result: unknown = await functions<typeof starter>().parseCookieHeader(header);
  return result instanceof Map
    ? (result as ReadonlyMap<string, string>)
    : new Map(Object.entries((result ?? {}) as Record<string, string>));
}
