// Tells the mistakes apart that several checks can meet. Looks only after a check has failed.

import type { CheckContext } from '@cookie-lessons/check-kit';

import { shortened, verifyAll, withOneReplaced } from './a-forger';
import type * as harness from './harness/many';

/** More replaced characters accepted than spare bits and padding explain. */
const more = 3;

/** Registers the detectors that any check may need, in the order in which one mistake hides another. */
export function explainForgeries({ functions, draw, explain }: Pick<CheckContext, 'functions' | 'draw' | 'explain'>): void {
  const once = memoised(() => look(functions, draw));
  explain('something-else-than-null', async () => (await once()).odd);
  explain('never-verifies', async () => (await once()).otherValues >= more);
  explain('compares-a-part', async () => (await once()).sameValue >= more || (await once()).shortened);
  explain('hash-without-key', async () => (await once()).keyless);
  explain('name-not-signed', async () => (await once()).nameless);
}

interface Seen {
  readonly odd: boolean;
  readonly otherValues: number;
  readonly sameValue: number;
  readonly shortened: boolean;
  readonly keyless: boolean;
  readonly nameless: boolean;
}

async function look(functions: CheckContext['functions'], draw: CheckContext['draw']): Promise<Seen> {
  const { signMany } = functions<typeof harness>();
  const [name, value, key] = [
    draw.word('a name to look at'),
    `${draw.word('a value to look at')} 10`,
    draw.hex('a key to look at', 32),
  ];
  const [signed, again] = (await signMany([
    [name, value, key],
    [name, value, draw.hex('another key to look at', 32)],
  ])) as [string, string];
  const verify = async (texts: readonly string[], by = name): Promise<unknown[]> =>
    (
      await verifyAll(
        functions,
        texts.map((text) => [by, text, key] as const),
      )
    ).map(({ returned, threw }) => (threw === undefined ? returned : null));
  const [honest] = await verify([signed]);
  const replaced = await verify(withOneReplaced(signed));
  const count = (is: (returned: unknown) => boolean): number => replaced.filter(is).length;
  return {
    odd:
      (typeof honest === 'object' && honest !== null) ||
      count((returned) => returned === '' || (returned !== null && typeof returned !== 'string')) >= more,
    otherValues: count((returned) => typeof returned === 'string' && returned !== value && returned !== ''),
    sameValue: count((returned) => returned === value),
    shortened: (await verify(shortened(signed))).includes(value),
    keyless: signed === again,
    nameless: (await verify([signed], `${name}_too`)).includes(value),
  };
}

function memoised<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
