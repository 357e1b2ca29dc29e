// What the course's own jar says of a case, and the first case in which a submission says something else.

import { type CheckContext, CookieJar } from '@cookie-lessons/check-kit';

import type * as starter from './starter/stick';

export interface Case {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  /** What somebody believes who gets this one wrong. */
  readonly believes?: string;
}

export interface Disagreement extends Case {
  readonly sentence: string;
}

/** Asks the submission about each case. @returns the first it judges otherwise than the jar, or null. */
export async function firstDisagreement(
  { functions }: Pick<CheckContext, 'functions'>,
  cases: readonly Case[],
): Promise<Disagreement | null> {
  for (const one of cases) {
    const said: unknown = await functions<typeof starter>().willItStick(one.line, one.from, one.to);
    const { stored, sent } = (said ?? {}) as { stored?: unknown; sent?: unknown };
    const expected = judge(one);
    if (stored === expected.stored && sent === expected.sent) continue;
    const words = `${expected.stored ? 'kept' : 'dropped'}${expected.stored ? (expected.sent ? ' and sent' : ', but not sent') : ''}`;
    const shownLine = one.line.length > 80 ? `${one.line.slice(0, 60)}… (${one.line.length} characters)` : one.line;
    return {
      ...one,
      sentence: `"${shownLine}" from ${one.from} is ${words} at ${one.to}; your function says stored: ${String(stored)}, sent: ${String(sent)}.`,
    };
  }
  return null;
}

function judge({ line, from, to }: Case): { stored: boolean; sent: boolean } {
  const now = Date.now();
  const jar = new CookieJar();
  jar.setFromResponse(line, new URL(from), now);
  const stored = jar.all(now).length > 0;
  return { stored, sent: jar.cookiesFor({ url: new URL(to), method: 'GET', initiator: { kind: 'typed' } }, now).length > 0 };
}
