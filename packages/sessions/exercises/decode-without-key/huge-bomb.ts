// Whether a decoder inflates a bomb to its end can't be seen in its answer. It can be seen on the clock, from outside.

import { inflateSync } from 'node:zlib';

import type { CheckContext } from '@cookie-lessons/check-kit';

import { bombOf, type Server, sessionOf, signed } from './a-flask-server';
import type * as harness from './harness/many';

let payload: string | null = null;

/** A value of 52,000 characters that stands for 40,000,000 bytes of JSON. Made once: that takes a while. */
export function hugeBombOf(server: Server): string {
  payload ??= bombOf(40_000_000, 'a', server).split('.').slice(0, 2).join('.');
  return signed(payload, server);
}

interface Times {
  /** What it costs on this machine to inflate everything, and look at the length only afterwards. */
  readonly inFullMs: number;
  /** What the student's decoder takes for the bomb, beyond what it takes for an honest value of the same length. */
  readonly tookMs: number;
}

const tries = 3;
const maxTries = 8;
const rounds = 2;

/** Whether the decoder did far less than to inflate everything. */
export const stopsEarly = ({ inFullMs, tookMs }: Times): boolean => tookMs < inFullMs / 5;

/**
 * A machine with much to do is slow now and then: of several tries the fastest counts, for all alike. Who seems slow gets
 * more of them: no number of tries makes a decoder quick that inflates everything. Who takes a tenth
 * for the bomb in the first try, whatever an honest value takes, needs only that one: a busy moment makes nobody quicker.
 */
export async function timeOf({ functions, draw }: CheckContext, bomb: string): Promise<Times> {
  const notes = Buffer.from(draw.hex('random notes', 38_000), 'hex').toString('base64');
  const { cookie: honest } = sessionOf({ notes }, { key: draw.hex('key', 32), seconds: 1_700_000_000 });
  const { decodeAgain, inflateAgain } = functions<typeof harness>();
  const zlibData = bomb.split('.')[1] ?? '';
  // Measured here as well: the box can't make that one slow, and a full heap can't make the box's slow.
  let inFullMs = await msOf(() => inflateSync(Buffer.from(zlibData, 'base64url')));
  let [honestMs, bombMs] = [Infinity, Infinity];
  const times = (): Times => ({ inFullMs, tookMs: Math.max(0, bombMs - honestMs) });
  for (let round = 0; round < tries || (round < maxTries && !stopsEarly(times())); round++) {
    for (let again = 0; again < 2; again++) inFullMs = Math.min(inFullMs, await msOf(() => inflateAgain(zlibData, 1)));
    honestMs = Math.min(honestMs, (await msOf(() => decodeAgain(honest, rounds))) / rounds);
    bombMs = Math.min(bombMs, (await msOf(() => decodeAgain(bomb, rounds))) / rounds);
    if (bombMs < inFullMs / 10) break;
  }
  return times();
}

async function msOf(work: () => unknown): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
