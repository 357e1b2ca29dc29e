// One cookie, one list, one call of crack, and what should have come of it.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import type { crack as solution } from './starter/crack';
import { issue, type Kind, kinds } from './an-issued-cookie';
import { listWith, plainWord, toText, type WordList } from './a-word-list';

export type Crack = (cookie: string, words: string) => Promise<unknown>;

export function crackerOf({ functions }: Pick<CheckContext, 'functions'>): Crack {
  return functions<{ crack: typeof solution }>().crack;
}

/** Fails the check unless crack finds the key. */
export async function demandFound(crack: Crack, what: string, cookie: string, key: string, list: WordList): Promise<void> {
  const found = await crack(cookie, toText(list));
  demand(
    found === key,
    `For ${what}, signed with the word ${quoted(key)} on line ${list.words.indexOf(key) + 1} of ${list.words.length}, crack should return that word, but it returned ${quoted(found)}.`,
  );
}

/** The kinds of cookies, of the two simple ones, in which this program finds a plain word at all; fails the check if there are none. */
export async function crackableKinds({
  functions,
  draw,
  explain,
}: Pick<CheckContext, 'functions' | 'draw' | 'explain'>): Promise<readonly [Kind, ...Kind[]]> {
  const crack = crackerOf({ functions });
  const key = plainWord(draw, 'a plain word');
  const list = listWith(draw, 'a plain list', key, 0.5);
  const found: Partial<Record<Kind, unknown>> = {};
  for (const kind of ['flask', 'signed'] as const)
    found[kind] = await crack(issue(draw, `a plain ${kind}`, kind, key), toText(list));
  explain('first-that-decodes', () => Object.values(found).includes(list.words[0]));
  const [first, ...others] = (['flask', 'signed'] as const).filter((kind) => found[kind] === key);
  demand(
    first !== undefined,
    `For ${kinds.flask} and for ${kinds.signed}, each signed with the word ${quoted(key)} of the list, crack should return that word, but it returned ${quoted(found.flask)} and ${quoted(found.signed)}.`,
  );
  return [first, ...others];
}

/** Where null was wanted. */
export function explainNone({ explain }: Pick<CheckContext, 'explain'>, found: unknown, words: readonly string[]): void {
  explain('first-that-decodes', () => found === words[0]);
  explain('some-word-anyway', () => typeof found === 'string' && words.includes(found));
  explain('something-else-than-null', () => found !== null);
}

/** A value as it would stand in code, what can't be seen as an escape. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const cut = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return cut.replace(/[\p{C}\p{M}\p{Zl}\p{Zp}\ufffd]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
