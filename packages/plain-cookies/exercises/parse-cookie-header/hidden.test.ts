import { type CheckContext, checksFor } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import type * as starter from './starter/parse';

const { check } = checksFor('plain-cookies/parse-cookie-header');

check('nonsense', async ({ functions, draw, explain }) => {
  const word = draw.word('word');
  let threw = false;
  explain('decoding-throws', () => threw);
  for (const nonsense of ['%E0%A4%A', '%', '%zz']) {
    const cookies = await parsed(functions, `a=${nonsense}; good=${word}`).catch((error: unknown) => {
      threw = true;
      throw error;
    });
    expect(cookies).toEqual(new Map([['a', nonsense], ['good', word]])); // prettier-ignore
  }
  for (const header of ['', ';', ';;; ;', 'abc', ` ; ${word}; `]) expect(await parsed(functions, header)).toEqual(new Map());
});

check('drawn-headers', async ({ functions, draw, explain }) => {
  const separators = draw.shuffle('separators', ['; ', '; ', ';', ';', ' ;\t', ' ;\t']);
  for (let round = 0; round < 6; round++) {
    const drawn = Array.from({ length: draw.integer(`length ${round}`, 2, 9) }, (_, index) => {
      const name = draw.pick(`name ${round} ${index}`, ['a', 'A', 'b', '__proto__', draw.word(`word ${round} ${index}`)]);
      return [
        name,
        draw.pick(`value ${round} ${index}`, ['', '1', 'x=y', '"q"', 'a,b', draw.hex(`hex ${round} ${index}`, 4)]),
      ] as const;
    });
    // Whatever is drawn: two names come twice, one of them empty at first, and everything odd is there.
    const [empty, full] = [`${draw.word(`empty ${round}`)}_A`, '__proto__'];
    const [first, later] = [`${draw.hex(`first ${round}`, 4)}=x,"y"`, draw.hex(`later ${round}`, 5)];
    const pairs = [[empty, ''], [full, first], ...drawn, [full, later], [empty, later]] as const; // prettier-ignore
    const separator = separators[round] ?? ';';
    const expected = new Map<string, string>();
    for (const [name, value] of pairs) if (!expected.has(name)) expected.set(name, value);
    const cookies = await parsed(functions, pairs.map(([name, value]) => `${name}=${value}`).join(separator));
    explain('last-wins', () => cookies.get(full) === later);
    explain('empty-is-missing', () => cookies.get(empty) === later);
    expect(cookies).toEqual(expected);
  }
});

check('long-header', async ({ functions, draw }) => {
  const last = draw.word('last');
  const many = Array.from({ length: 6_000 }, (_, index) => `n${index}=${index}`);
  const cookies = await parsed(functions, [...many, `${' '.repeat(5_000)}last=${last}`].join('; '));
  expect([cookies.size, cookies.get('n0'), cookies.get('n5999'), cookies.get('last')]).toEqual([6_001, '0', '5999', last]);
});

/** A Map or an object: what counts is which name has which value. */
async function parsed(functions: CheckContext['functions'], header: string): Promise<ReadonlyMap<string, string>> {
  const result: unknown = await functions<typeof starter>().parseCookieHeader(header);
  return result instanceof Map
    ? (result as ReadonlyMap<string, string>)
    : new Map(Object.entries((result ?? {}) as Record<string, string>));
}
