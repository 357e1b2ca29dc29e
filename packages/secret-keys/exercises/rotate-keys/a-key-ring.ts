// Key rings of one shop through the years, and what its functions make of cookies under them.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import type * as harness from './harness/many';
import type { Call, Outcome } from './harness/many';

export type KeyRing = Call[1];
type NamedKey = KeyRing['signing'];

export const hourMs = 60 * 60 * 1000;
export const dayMs = 24 * hourMs;

/** Keys of their own for each label. Ids are short words, as people choose them. */
export function drawKey({ draw }: Pick<CheckContext, 'draw'>, label: string): NamedKey {
  return {
    id: `${draw.word(`id of ${label}`, 4)}${draw.integer(`number of ${label}`, 1, 99)}`,
    key: draw.hex(`key ${label}`, 32),
  };
}

/** A full second of this year. */
export function drawTime({ draw }: Pick<CheckContext, 'draw'>): number {
  return Date.UTC(2026, 0, 1) + draw.integer('time', 0, 300 * 24 * 3600) * 1000;
}

/** The ring with nothing but its signing key. */
export function alone(signing: NamedKey): KeyRing {
  return { signing, retired: [] };
}

export function withRetired(signing: NamedKey, ...retired: readonly [key: NamedKey, acceptedUntilMs: number][]): KeyRing {
  return { signing, retired: retired.map(([key, acceptedUntilMs]) => ({ ...key, acceptedUntilMs })) };
}

/** Issues; fails the check where no text comes back that can stand in a cookie. */
export async function issueOne(
  { functions }: Pick<CheckContext, 'functions'>,
  user: string,
  ring: KeyRing,
  nowMs: number,
): Promise<string> {
  const [outcome = {}] = await functions<typeof harness>().issueMany([[user, ring, nowMs]]);
  const { returned } = outcome;
  demand(
    typeof returned === 'string' && returned !== '',
    `issue(${shown(user)}, …) should return a text, but it ${whatItDid(outcome)}.`,
  );
  // RFC 6265bis §4.1.1, cookie-octet
  demand(
    /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(returned) && returned.length <= 4_000,
    `issue(${shown(user)}, …) returned ${shown(returned)}, which can't stand in a cookie.`,
  );
  return returned;
}

/** What a session is to us: null also for undefined and false, and where read threw (that is looked at by one check alone). */
export interface Seen {
  readonly user: unknown;
  readonly issuedAtMs: unknown;
  readonly replacement: unknown;
}

export async function readOne(context: Pick<CheckContext, 'functions'>, ...call: Call): Promise<Seen | null> {
  const [seen = null] = await readAll(context, [call]);
  return seen;
}

export async function readAll({ functions }: Pick<CheckContext, 'functions'>, calls: readonly Call[]): Promise<(Seen | null)[]> {
  return (await functions<typeof harness>().readMany(calls)).map(sessionIn);
}

export function sessionIn({ returned }: Outcome): Seen | null {
  if (returned === null || returned === undefined || returned === false) return null;
  const { user, issuedAtMs, replacement } = (typeof returned === 'object' ? returned : {}) as Partial<
    Record<keyof Seen, unknown>
  >;
  return { user, issuedAtMs, replacement };
}

/** @returns the replacement; fails the check unless it is the session of `user`, issued then, with a text to replace the cookie. */
export function replacementOf(seen: Seen | null, user: string, issuedAtMs: number): string {
  demandSession(seen, user, issuedAtMs);
  demand(
    typeof seen.replacement === 'string' && seen.replacement !== '',
    `The cookie was signed with a retired key, and read should give a replacement for it. It gave ${shown(seen.replacement)}.`,
  );
  return seen.replacement;
}

export function demandSession(seen: Seen | null, user: string, issuedAtMs: number): asserts seen is Seen {
  demand(seen !== null, `read should give the session of ${shown(user)}, but it refused it.`);
  demand(seen.user === user, `read should give the user ${shown(user)}, but it gave ${shown(seen.user)}.`);
  demand(seen.issuedAtMs === issuedAtMs, `The session was issued at ${issuedAtMs}, and read says ${shown(seen.issuedAtMs)}.`);
}

/** The end of a sentence. */
export function whatItDid({ returned, threw }: Outcome): string {
  return threw === undefined ? `returned ${shown(returned)}` : `threw ${threw}`;
}

export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
