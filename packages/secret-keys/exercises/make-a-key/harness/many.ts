// Calls the student's functions many times in one go, so that a check can look at hundreds of keys and stay cheap.

import { inspect } from 'node:util';

import * as key from '../starter/key';

type Env = Readonly<Record<string, string | undefined>>;

/** What came of one loadKey: `returned`, or what it `threw`: its message, and all that Node prints of it when nobody catches it. */
export interface Loaded {
  readonly returned?: unknown;
  readonly threw?: { readonly message: string; readonly printed: string };
}

export async function generateMany(count: number): Promise<unknown[]> {
  const keys: unknown[] = [];
  for (let round = 0; round < count; round++) keys.push(await exported('generateKey')());
  return keys;
}

export async function loadMany(envs: readonly Env[]): Promise<Loaded[]> {
  const load = exported('loadKey');
  const loaded: Loaded[] = [];
  for (const env of envs) {
    try {
      loaded.push({ returned: await load(env) });
    } catch (error) {
      const message = String((error as { message?: unknown } | undefined)?.message ?? error).slice(0, 2_000);
      loaded.push({ threw: { message, printed: inspect(error).slice(0, 4_000) } });
    }
  }
  return loaded;
}

function exported(name: 'generateKey' | 'loadKey'): (...args: unknown[]) => unknown {
  const found = (key as unknown as Partial<Record<string, (...args: unknown[]) => unknown>>)[name];
  if (typeof found !== 'function') throw new Error(`key.ts exports no function called "${name}".`);
  return found;
}
