// What must not be taken for a key, in the notation of the program at hand, each with what somebody believed who takes it.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import { bytesOf, burntKey, describe, loadHonestly, type Style, write } from './written-keys';

export interface BadKey {
  /** A sentence's beginning: what it is. */
  readonly what: string;
  readonly misconception: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Draw = CheckContext['draw'];

export function tooShort(draw: Draw, style: Style): BadKey[] {
  return [31, 30, 24, 16, 8].map((length) => ({
    what: `A key of ${length} bytes`,
    misconception: 'counts-characters',
    env: { SESSION_KEY: write(bytesOf(draw, `${length} bytes`, length), style) },
  }));
}

export function notWritten(draw: Draw, style: Style): BadKey[] {
  const { notation, length } = style;
  const [key, next] = [0, 1].map((each) => write(bytesOf(draw, `damaged ${each}`, length), style)) as [string, string];
  const middle = draw.integer('middle', 8, key.length - 8);
  const [before, after] = [key.slice(0, middle), key.slice(middle)];
  const texts: readonly (readonly [what: string, text: string])[] = [
    ['A key with "!" in its middle', `${before}!${after}`],
    ['A key in which one character has become "?"', `${before}?${after.slice(1)}`],
    ['A key in quotation marks', `"${key}"`],
    ['A key with "!" behind it', `${key}!`],
    ['A key with a line break in its middle', `${before}\n${after}`],
    ['Two keys with a comma between them', `${key},${next}`],
    ['The text "dev"', 'dev'],
    ['The text "changeme"', 'changeme'],
    ['The text "<your key here>"', '<your key here>'],
    ['A text of 44 characters, most of them "é"', `${draw.word('word', 4)}${'é'.repeat(40)}`],
  ];
  const others = (['base64', 'base64url'] as const).filter((other) => other !== notation);
  return [
    ...texts.map(([what, text]) => ({ what, misconception: 'decodes-quietly', env: { SESSION_KEY: text } })),
    // Every hex text can be read as base64: what has the wrong notation there is only the other base64.
    ...others.map((other) => ({
      what: `A key in ${other}, where generateKey writes ${notation},`,
      misconception: 'any-notation',
      env: { SESSION_KEY: write(bytesOf(draw, other, length), { notation: other, padded: true, capitals: false }) },
    })),
    ...(notation === 'hex'
      ? [
          {
            what: 'A key of 63 hex digits',
            misconception: 'any-notation',
            env: { SESSION_KEY: draw.hex('odd', 32).slice(1) },
          },
        ]
      : []),
  ];
}

export function guessed(draw: Draw, style: Style): BadKey[] {
  const bytes = [0, 255, draw.integer('repeated', 1, 254)];
  return [
    ...bytes.map((byte) => ({
      what: `The byte ${byte}, ${style.length} times,`,
      misconception: 'one-byte-repeated',
      env: { SESSION_KEY: write(Buffer.alloc(style.length, byte), style) },
    })),
    { what: 'The key from the old .env.example', misconception: 'burnt-key', env: { SESSION_KEY: burntKey } },
    {
      what: 'The key from the old .env.example with a newline behind it',
      misconception: 'burnt-key',
      env: { SESSION_KEY: `${burntKey}\n` },
    },
  ];
}

export function missing(draw: Draw): BadKey[] {
  const environments = ['production', 'test', undefined, draw.word('environment')];
  const values = [
    ['No SESSION_KEY', undefined],
    ['An empty SESSION_KEY', ''],
    ['A SESSION_KEY of nothing but spaces', '   '],
    ['A SESSION_KEY of nothing but a newline', '\n'],
  ] as const;
  return environments.flatMap((name) =>
    values.map(([what, value]) => ({
      what: `${what}, with ${name === undefined ? 'no NODE_ENV' : `NODE_ENV=${name}`},`,
      misconception: 'default-key',
      env: { ...(value === undefined ? {} : { SESSION_KEY: value }), ...(name === undefined ? {} : { NODE_ENV: name }) },
    })),
  );
}

/** A good key is taken first; then each of the bad ones must make loadKey throw. */
export async function demandRefused(context: CheckContext, style: Style, bad: readonly BadKey[]): Promise<void> {
  const { draw, explain } = context;
  const good = write(bytesOf(draw, 'good', style.length), style);
  const loaded = await loadHonestly(
    context,
    good,
    bad.map(({ env }) => env),
  );
  const index = loaded.findIndex(({ threw }) => threw === undefined);
  const taken = bad[index];
  if (taken === undefined) return;
  const again = await loadHonestly(context, good, [taken.env]);
  const isRandom = taken.misconception === 'default-key' && again[0]?.returned !== loaded[index]?.returned;
  explain(isRandom ? 'random-at-every-start' : taken.misconception, () => true);
  demand(false, `${taken.what} should make loadKey throw, but it returned ${describe(loaded[index]?.returned)}.`);
}
