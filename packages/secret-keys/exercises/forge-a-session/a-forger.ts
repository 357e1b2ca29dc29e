// One cookie, one forge, and what the server makes of it.

import { isDeepStrictEqual } from 'node:util';

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import { ask } from './a-server';
import { type Issued, jsonOf } from './a-customers-session';
import type { forge as solution } from './starter/forge';
import { explainForged } from './what-went-wrong';

export interface Job {
  readonly what: string;
  readonly issued: Issued;
  /** The server's clock when the forged cookie is first sent. */
  readonly nowMs: number;
}

const day = 86_400_000;

/** @returns what forge gave for the right key; fails the check unless it is a text that can stand in a cookie. */
export async function forgeOne(context: CheckContext, job: Job): Promise<string> {
  const { functions, explain } = context;
  const { what, issued } = job;
  let forged: unknown = null;
  let threw: unknown = null;
  explainForged(context, job, () => ({ forged, threw }));
  explain('never-forges', () => threw === null && (forged === null || forged === undefined));
  try {
    forged = await functions<{ forge: typeof solution }>().forge(issued.cookie, issued.key, issued.change);
  } catch (error) {
    threw = error;
    throw error;
  }
  demand(typeof forged === 'string', `For ${what} and its key, forge should return a cookie, but it returned ${quoted(forged)}.`);
  // RFC 6265bis §4.1.1, cookie-octet
  demand(
    /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/.test(forged),
    `For ${what}, what forge returned can't stand in a cookie: ${quoted(forged)}.`,
  );
  return forged;
}

/** The server takes the cookie for its own, and sees the change; `all`: and everything else as it was. */
export async function demandForged(context: CheckContext, job: Job, all: boolean): Promise<string> {
  const { what, issued, nowMs } = job;
  const forged = await forgeOne(context, job);
  const answer = ask(forged, issued.key, nowMs);
  demand(
    !('broke' in answer),
    `For ${what}: the signature is right, but the server can't read what was signed, and answers 500.`,
  );
  const { session } = answer;
  demand(
    Object.keys(session).length > 0,
    `For ${what}: the server doesn't take the forged cookie for its own. It sees nobody, and an empty session.`,
  );
  const [before, after] = [jsonOf(issued.cookie), jsonOf(forged)];
  for (const [name, value] of Object.entries(issued.change))
    demand(
      isDeepStrictEqual(after[name], value),
      `For ${what}: the server believes the forged cookie, in which "${name}" should be ${quoted(value)}, but is ${quoted(after[name])}.`,
    );
  if (!all) return forged;
  const wanted: Record<string, unknown> = { ...before, ...issued.change };
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(after)]))
    demand(
      isDeepStrictEqual(after[name], wanted[name]),
      `For ${what}: "${name}" should be ${quoted(wanted[name])} as before, but is ${quoted(after[name])}.`,
    );
  return forged;
}

/** Believed now, and as long as one that was made now. */
export async function demandFresh(context: CheckContext, job: Job): Promise<void> {
  const { what, issued, nowMs } = job;
  const forged = await demandForged(context, job, false);
  for (const days of [1, 30]) {
    const answer = ask(forged, issued.key, nowMs + days * day);
    demand(
      'session' in answer && Object.keys(answer.session).length > 0,
      `For ${what}: the forged cookie should be believed for 31 days, but after ${days} it has expired.`,
    );
  }
}

export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return (text.length > 120 ? `${text.slice(0, 120)}…` : text).replace(/[\p{C}\ufffd]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`); // prettier-ignore
}
