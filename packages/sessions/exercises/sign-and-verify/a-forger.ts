// What somebody without the key can make of signed texts, whatever their layout: replaced, cut, put together from two.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import type * as harness from './harness/many';

type Call = readonly [name: string, text: string, key: string];

/** Octets of name and value that a browser keeps. */
const maxSigned = 4_096;

/** What is true of a function that takes what it must not: the signed value, something else, or an error. */
export interface Fault {
  readonly returned?: unknown;
  readonly threw?: string;
}

/** Signs all; fails the check where something other than a text comes back. */
export async function signAll(functions: CheckContext['functions'], calls: readonly Call[]): Promise<string[]> {
  const signed = await functions<typeof harness>().signMany(calls);
  for (const [index, text] of signed.entries()) {
    const call = `sign(${quoted(calls[index]?.[0])}, ${quoted(calls[index]?.[1])}, key)`;
    demand(typeof text === 'string' && text !== '', `${call} should return a text, but it returned ${quoted(text)}.`);
    demand(
      text.length <= maxSigned,
      `What ${call} returns is ${text.length} characters long; no browser keeps more than ${maxSigned}.`,
    );
  }
  return signed as string[];
}

/** One call across the wall carries 64 KiB. */
const maxCharacters = 40_000;

/** Verifies all, in as few calls as carry them. */
export async function verifyAll(functions: CheckContext['functions'], calls: readonly Call[]): Promise<Fault[]> {
  const verified: Fault[] = [];
  let from = 0;
  for (let characters = 0, index = 0; index <= calls.length; index++) {
    const length = calls[index]?.join('').length ?? Infinity;
    if (index > from && characters + length > maxCharacters) {
      verified.push(...(await functions<typeof harness>().verifyMany(calls.slice(from, index))));
      [from, characters] = [index, 0];
    }
    characters += length;
  }
  return verified;
}

/** Signs one text, and fails the check unless it comes back: the honest customer comes first. */
export async function signHonestly(functions: CheckContext['functions'], call: Call): Promise<string> {
  const [signed = ''] = await signAll(functions, [call]);
  const [verified] = await verifyAll(functions, [[call[0], signed, call[2]]]);
  demand(
    verified?.returned === call[1],
    `sign("${call[0]}", "${call[1]}", key) returned ${quoted(signed)}; from that verify should give back "${call[1]}", but it ${whatItDid(verified ?? {})}.`,
  );
  return signed;
}

/**
 * @returns the first of the forged texts that was accepted. Something was refused when verify gave nothing back: whether it
 *          did so by null alone, and without throwing, is looked at by the check on nonsense.
 */
export async function firstAccepted(
  functions: CheckContext['functions'],
  calls: readonly Call[],
): Promise<(Fault & { readonly call: Call }) | null> {
  const verified = await verifyAll(functions, calls);
  const index = verified.findIndex(({ returned }) => isAccepted(returned));
  const call = calls[index];
  return call === undefined ? null : { call, ...verified[index] };
}

export function isAccepted(returned: unknown): boolean {
  return returned !== null && returned !== undefined && returned !== false;
}

/** The end of a sentence: what verify did instead of returning null. */
export function whatItDid({ returned, threw }: Fault): string {
  return threw === undefined ? `returned ${quoted(returned)}` : `threw ${threw}`;
}

/** A value as it would stand in code, with every character that can't be seen written as an escape. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const cut = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Texts with one character replaced, each by one whose base64 value differs in its first bit, which is never a spare one. */
export function withOneReplaced(signed: string): string[] {
  return places(signed).map((index) => signed.slice(0, index) + otherThan(signed.charAt(index)) + signed.slice(index + 1));
}

/** Every place of a text; of a long one, some. */
function places(text: string): number[] {
  const step = Math.ceil(text.length / 300);
  return Array.from({ length: Math.ceil(text.length / step) }, (_, index) => index * step);
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function otherThan(character: string): string {
  const value = base64.indexOf(character);
  if (value >= 0) return base64.charAt(value ^ 32).replace('+', '-').replace('/', '_'); // prettier-ignore
  return character === '-' ? 'e' : character === '_' ? 'f' : 'A';
}

/** The beginning of one signed text and the end of another of the same length, cut at every place. */
export function spliced(one: string, other: string): string[] {
  const both = one.length === other.length ? places(one).map((cut) => one.slice(0, cut) + other.slice(cut)) : [];
  // What differs from an honest one in a single place may differ in spare bits only.
  return both.filter((text) => differences(text, one) > 1 && differences(text, other) > 1);
}

function differences(a: string, b: string): number {
  return Array.from(a).filter((character, index) => character !== b.charAt(index)).length;
}

/** Cut at its end and at its beginning, also right at every dot and the like. Three characters are more than spare bits and padding. */
export function shortened(signed: string): string[] {
  const lengths = places(signed).filter((length) => length <= signed.length - 3);
  return [...lengths.map((length) => signed.slice(0, length)), ...lengths.map((length) => signed.slice(signed.length - length))];
}

/**
 * Puts the signature of one signed text into another, wherever it stands in them: it is the part that changes with the key.
 * @param from the same name and value signed with several keys, the store's own first.
 * @param into another name and value, signed with several keys of a forger.
 */
export function transplanted(from: readonly string[], into: readonly string[]): string {
  const [signed = '', other = ''] = [from[0], into[0]];
  const [taken, replaced] = [keyedPart(from), keyedPart(into)];
  return other.slice(0, replaced.start) + signed.slice(taken.start, taken.end) + other.slice(replaced.end);
}

/** What lies between the beginning that all have in common and such an end; so many keys that no signatures agree there by chance. */
function keyedPart([text = '', ...others]: readonly string[]): { start: number; end: number } {
  let start = 0;
  while (start < text.length && others.every((other) => other[start] === text[start])) start++;
  let same = 0;
  while (same < text.length - start && others.every((other) => other.at(-1 - same) === text.at(-1 - same))) same++;
  return { start, end: text.length - same };
}
