// What can be seen of hundreds of keys: how they are written, how long they are, and how much of them changes.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import type * as harness from './harness/many';
import { describe, notationOf } from './written-keys';

const wantedBytes = 32;
/** Of 300 random bytes about 177 are different; fewer than 130 is less likely than one in 10^12. */
const [samples, minDifferent] = [300, 130];

export async function demandKeys({ functions, explain }: Pick<CheckContext, 'functions' | 'explain'>): Promise<void> {
  const keys = await functions<typeof harness>().generateMany(samples);
  const wrong = keys.find((key) => typeof key !== 'string' || key === '');
  demand(keys.every(isText), `generateKey should return a key as text, but it returned ${describe(wrong)}.`);

  explain('bytes-as-text', () => keys.some((key) => key.includes('\ufffd')));
  const notation = notationOf(keys);
  demand(
    notation !== null,
    'A key should be written in hex, base64 or base64url, but what generateKey returned is none of them.',
  );

  const decoded = keys.map((key) => Buffer.from(key, notation));
  const shortest = Math.min(...decoded.map(({ length }) => length));
  explain('characters-for-bytes', () => shortest < wantedBytes);
  demand(
    shortest >= wantedBytes,
    `A key should have ${wantedBytes} bytes or more. ${Math.min(...keys.map(({ length }) => length))} characters of ${notation} are ${shortest} bytes.`,
  );

  const columns = Array.from({ length: shortest }, (_, place) => decoded.map((bytes) => bytes[place] ?? 0));
  const changing = columns.filter((column) => new Set(column).size >= minDifferent);
  const own = new Set(changing.map((column) => column.join())).size;
  explain('one-key-for-all', () => new Set(keys).size === 1);
  explain('partly-random', () => true);
  demand(
    own >= wantedBytes,
    `All ${wantedBytes} bytes should be random, but of the ${shortest} bytes of your keys ${own === changing.length ? `only ${own} can be anything` : `${changing.length - own} repeat others`}.`,
  );
}

const isText = (key: unknown): key is string => typeof key === 'string' && key !== '';
