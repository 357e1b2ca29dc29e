// One request to the bakery in Flask: a program of ours, run with this machine's Python to its end. It listens on nothing.

import { join } from 'node:path';

import type { RunPython } from '../lab';

export interface FlaskAnswer {
  /** Of Flask, e.g. `3.1.3`. */
  readonly version: string;
  /** The session, as Flask found it. */
  readonly saw: Readonly<Record<string, unknown>>;
  readonly setCookie: readonly string[];
}

/** @returns null where this machine has no Python with Flask. */
export async function askFlask(
  runPython: RunPython | undefined,
  asked: { readonly secretKey: string; readonly cookie: string },
): Promise<FlaskAnswer | null> {
  const printed = (await runPython?.(join(__dirname, 'bakery.py'), JSON.stringify(asked))) ?? null;
  return printed === null ? null : (JSON.parse(printed) as FlaskAnswer);
}
