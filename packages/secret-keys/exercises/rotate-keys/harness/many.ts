// Calls the student's functions many times in one go, so that a check can try many cookies and stay cheap.

import { issue, type KeyRing, read } from '../starter/rotate';

/** What came of one call: `returned`, or the name of what it threw. */
export interface Outcome {
  readonly returned?: unknown;
  readonly threw?: string;
}

export type Call = readonly [text: string, ring: KeyRing, nowMs: number];

export const issueMany = (calls: readonly Call[]): Outcome[] => many('issue', issue, calls);

export const readMany = (calls: readonly Call[]): Outcome[] => many('read', read, calls);

/** Many cookies under one ring, which travels once. */
export const readEach = (cookies: readonly string[], ring: KeyRing, nowMs: number): Outcome[] =>
  readMany(cookies.map((cookie) => [cookie, ring, nowMs] as const));

function many(name: string, fn: (...call: Call) => unknown, calls: readonly Call[]): Outcome[] {
  if (typeof fn !== 'function') throw new Error(`rotate.ts exports no function called "${name}".`);
  return calls.map((call) => {
    try {
      return { returned: fn(...call) };
    } catch (error) {
      const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
      return { threw: [name ?? 'something that is no Error', code ?? ''].map(String).join(' ').trim().slice(0, 80) };
    }
  });
}
