// Calls the student's functions many times in one go, so that a check can change a signed text at every place and stay cheap.

import { sign, verify } from '../starter/sign';

/** What came of one verify: `returned`, or the name and code of what it threw. */
export interface Verified {
  readonly returned?: unknown;
  readonly threw?: string;
}

type Call = readonly [name: string, text: string, key: string];

export function signMany(calls: readonly Call[]): unknown[] {
  assertExported();
  return calls.map((call) => noPromise('sign', sign(...call)));
}

export function verifyMany(calls: readonly Call[]): Verified[] {
  assertExported();
  return calls.map((call) => {
    let returned: unknown;
    try {
      returned = verify(...call);
    } catch (error) {
      const { name, code } = error as { name?: string; code?: string };
      return { threw: `${name ?? 'an error'} ${code ?? ''}`.trim().slice(0, 80) };
    }
    return { returned: noPromise('verify', returned) };
  });
}

function assertExported(): void {
  for (const [name, exported] of Object.entries({ sign, verify } as Record<string, unknown>))
    if (typeof exported !== 'function') throw new Error(`sign.ts exports no function called "${name}".`);
}

function noPromise(name: string, returned: unknown): unknown {
  if (returned instanceof Promise) throw new Error(`${name} returns a promise. It should return what it has found, at once.`);
  return returned;
}
