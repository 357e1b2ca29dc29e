// Keys as the student's program writes them: in hex, base64 or base64url, whichever it has chosen.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import type * as harness from './harness/many';

export type Notation = 'hex' | 'base64' | 'base64url';
export const notations: readonly Notation[] = ['hex', 'base64', 'base64url'];

/** What the old .env.example said: the SHA-256 of `password`. It can be read in all three notations. */
export const burntKey = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';

const alphabets: Readonly<Record<Notation, RegExp>> = {
  hex: /^(?:[0-9a-f]{2})*$/i,
  base64: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2,3}={0,2})?$/,
  base64url: /^[A-Za-z0-9_-]*$/,
};

/** The one notation that fits all of them, the narrowest first; null where none does. */
export function notationOf(keys: readonly unknown[]): Notation | null {
  return (
    notations.find((notation) => keys.every((key) => typeof key === 'string' && key !== '' && alphabets[notation].test(key))) ??
    null
  );
}

export interface Style {
  readonly notation: Notation;
  /** Bytes of a key. */
  readonly length: number;
  /** base64 with `=` at its end, as Node writes it. */
  readonly padded: boolean;
  /** Hex in capitals. */
  readonly capitals: boolean;
}

const usual = { padded: true, capitals: false };

/**
 * How this program writes its keys. Where generateKey doesn't tell, loadKey is tried with good ones, so that a mistake in the
 * first costs nothing in the second.
 */
export async function styleOf({ functions, draw }: Pick<CheckContext, 'functions' | 'draw'>): Promise<Style> {
  const { generateMany, loadMany } = functions<typeof harness>();
  const keys = await generateMany(40).catch((): unknown[] => []);
  const notation = notationOf(keys);
  if (notation !== null) {
    const length = Math.max(32, Buffer.from(String(keys[0]), notation).length);
    const padded = notation !== 'base64' || length % 3 === 0 || keys.some((key) => String(key).endsWith('='));
    const capitals = notation === 'hex' && !keys.some((key) => /[a-f]/.test(String(key)));
    return { notation, length, padded, capitals };
  }
  // The narrowest last: a loader of base64url takes hex for its own.
  const tried = (['base64', 'base64url', 'hex'] as const).map((each) => {
    const style = { notation: each, length: 32, ...usual };
    return { style, key: write(bytesOf(draw, `tried ${each}`, 32), style) };
  });
  const loaded = await loadMany(tried.map(({ key }) => ({ SESSION_KEY: key })));
  return tried.find(({ key }, index) => loaded[index]?.returned === key)?.style ?? { notation: 'hex', length: 32, ...usual };
}

/** Drawn bytes; in base64 they use the two signs that the notations don't share. */
export function bytesOf(draw: CheckContext['draw'], label: string, length: number): Buffer {
  const bytes = Buffer.from(draw.hex(label, length), 'hex');
  // 0xfb 0xff 0xbf is +/+/ in base64 and -_-_ in base64url.
  Buffer.from([0xfb, 0xff, 0xbf]).copy(bytes, 3);
  return bytes;
}

export function write(bytes: Buffer, { notation, padded, capitals }: Omit<Style, 'length'>): string {
  const text = bytes.toString(notation);
  if (capitals) return text.toUpperCase();
  return padded ? text : text.replace(/=+$/, '');
}

/** Loads the good key first, then the bad ones: the honest program starts. */
export async function loadHonestly(
  { functions, explain }: Pick<CheckContext, 'functions' | 'explain'>,
  good: string,
  bad: readonly Readonly<Record<string, string | undefined>>[],
): Promise<readonly harness.Loaded[]> {
  const [honest, ...others] = await functions<typeof harness>().loadMany([{ SESSION_KEY: good }, ...bad]);
  explain('refuses-everything', () => honest?.threw !== undefined);
  demand(
    honest?.returned === good,
    honest?.threw === undefined
      ? `loadKey was given a good key and should return it, but it returned ${describe(honest?.returned)}.`
      : `loadKey was given a good key and should return it, but it threw "${honest.threw.message.slice(0, 200)}".`,
  );
  return others;
}

/** What loadKey gave back, without a key in it. */
export function describe(returned: unknown): string {
  if (typeof returned === 'string') return returned === '' ? 'an empty text' : `a text of ${returned.length} characters`;
  return returned === null || returned === undefined ? String(returned) : `no text, but ${Array.isArray(returned) ? 'a list' : `something of the type ${typeof returned}`}`; // prettier-ignore
}
