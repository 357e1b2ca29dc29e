// The student's two functions as the checks use them, and what they did in a sentence.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import type * as harness from './harness/many';
import type { Outcome, SealCall } from './harness/many';

type Functions = Pick<CheckContext, 'functions'>;

export const hourMs = 60 * 60 * 1000;

/** A full second of a year to come: no clock but the one that is handed over says the right thing. */
export function drawTime({ draw }: Pick<CheckContext, 'draw'>): number {
  return Date.UTC(2031, 0, 1) + draw.integer('time', 0, 300 * 24 * 3600) * 1000;
}

/** Seals; fails the check where something comes back that is no text for a cookie. */
export async function sealAll({ functions }: Functions, calls: readonly SealCall[]): Promise<string[]> {
  return textsOf(await functions<typeof harness>().sealMany(calls), calls[0]?.[1]);
}

export function textsOf(outcomes: readonly Outcome[], value: string | undefined): string[] {
  return outcomes.map((outcome) => {
    const { returned } = outcome;
    demand(
      typeof returned === 'string' && returned !== '',
      `seal(…, ${quoted(value)}, …) should return a text, but it ${whatItDid(outcome)}.`,
    );
    // RFC 6265bis §4.1.1, cookie-octet
    demand(
      /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(returned) && returned.length <= 4_090,
      `seal returned ${quoted(returned)} (${returned.length} characters), which can't stand in a cookie.`,
    );
    return returned;
  });
}

/** Seals one value, and fails the check unless it comes back: the honest customer comes first. */
export async function sealHonestly(context: Functions, call: SealCall): Promise<string> {
  const [sealed = ''] = await sealAll(context, [call]);
  const [name, value, key, untilMs] = call;
  const [outcome = {}] = await unsealAll(context, name, [sealed], key, untilMs - hourMs);
  demand(
    outcome.returned === value,
    `seal was given ${quoted(value)}, and unseal ${whatItDid(outcome)} instead of giving it back.`,
  );
  return sealed;
}

/** One call across the wall carries 64 KiB. */
const maxCharacters = 40_000;

export async function unsealAll(
  { functions }: Functions,
  name: string,
  texts: readonly string[],
  key: string,
  nowMs: number,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const each = Math.max(1, Math.floor(maxCharacters / Math.max(1, ...texts.map(({ length }) => length))));
  for (let from = 0; from < texts.length; from += each)
    outcomes.push(...(await functions<typeof harness>().unsealEach(name, texts.slice(from, from + each), key, nowMs)));
  return outcomes;
}

/** What was given out where nothing should be; whether it was refused by null alone is looked at by one check. */
export function firstTaken(outcomes: readonly Outcome[]): number {
  return outcomes.findIndex(isTaken);
}

export function isTaken({ returned }: Outcome): boolean {
  return returned !== null && returned !== undefined && returned !== false;
}

/** The end of a sentence. */
export function whatItDid({ returned, threw }: Outcome): string {
  return threw === undefined ? `returned ${quoted(returned)}` : `threw ${threw}`;
}

/** A value as it would stand in code, with every character that can't be seen written as an escape. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const cut = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
