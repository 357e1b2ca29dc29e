// The machine that the server is started on: with a key, in whichever way the server takes one, or without.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import type * as harness from './harness/start';

/** What stands in history.txt: known to everybody. */
export const burntKey = '7f17c74134036f7e2b0d780141a2c6fdbca6610120a859863366794d88fd46a1';

/** One way for a key to get into a program. */
export interface Way {
  /** What dot-env.example should name. */
  readonly variable: string;
  /** As it stands in a sentence. */
  readonly called: string;
  env(key: string): Readonly<Record<string, string>>;
  /** What has been laid for one server is still there for the next in the same process. */
  readonly leavesAFile?: true;
}

const keyFile = '/run/secrets/session-key';

const ways: readonly Way[] = [
  { variable: 'SESSION_KEY', called: 'in SESSION_KEY', env: (key) => ({ SESSION_KEY: key }) },
  {
    variable: 'SESSION_KEY_FILE',
    called: 'in the file that SESSION_KEY_FILE names',
    env: (key) => ({ SESSION_KEY_FILE: keyFile, CONTENT_OF_THE_FILE: key === '' ? '' : `${key}\n` }),
    leavesAFile: true,
  },
  {
    variable: 'SECRET_MANAGER',
    called: 'in the secret manager',
    env: (key) => ({ SECRET_MANAGER: JSON.stringify({ 'session-key': key }) }),
  },
];

export const inProduction = { NODE_ENV: 'production' } as const;

type Machine = Pick<CheckContext, 'app' | 'functions' | 'reload' | 'restart'>;

/**
 * Asks a server that is just being started for the first time, its key in a variable; tries the other ways after that.
 * @param others what else the environment holds.
 */
export async function findWay(machine: Machine, key: string, others: Readonly<Record<string, string>> = {}): Promise<Way> {
  const reasons: string[] = [];
  for (const way of ways) {
    if (reasons.length > 0) await machine.restart({ env: { ...inProduction, ...others, ...way.env(key) } });
    const reason = await whyItRefused(machine);
    if (reason === null) return way;
    reasons.push(`${way.called} (${reason})`);
  }
  demand(false, `Your server should start with a key, but it refused it ${reasons.join(', and ')}.`);
}

/** @returns why the server doesn't run, in its own words; null when it does. */
export async function whyItRefused({ app, functions }: Machine): Promise<string | null> {
  try {
    const said = await functions<typeof harness>().refusal();
    if (said !== null) return String(said).replace(/\s+/g, ' ');
    // What takes its key later (from a secret manager) can refuse later.
    await app.get('/');
    return null;
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code === 'nothing-exported' ? 'it never listened' : 'its process ended';
  }
}

/** @returns why it refused to start on this machine, in a fresh process; null when it runs. */
export async function refusalOn(machine: Machine, env: Readonly<Record<string, string>>): Promise<string | null> {
  await machine.restart({ env });
  return whyItRefused(machine);
}

/**
 * The same in the process of a server that has started and served, which spares a start. Not after one that has refused: its
 * process may be about to end.
 */
export async function refusalAfterwards(
  machine: Machine,
  way: Way,
  env: Readonly<Record<string, string>>,
): Promise<string | null> {
  if (way.leavesAFile) return refusalOn(machine, env);
  await machine.reload({ env });
  return whyItRefused(machine);
}

/** Starts again with a key that has to do. */
export async function startAgain(machine: Machine, way: Way, key: string): Promise<void> {
  const reason = await refusalOn(machine, { ...inProduction, ...way.env(key) });
  demand(reason === null, `Your server was started again with a key ${way.called}, and refused it (${reason}).`);
}

function isFault(error: unknown): error is { readonly code: string } {
  return error instanceof Error && error.name === 'ProgramFault';
}
