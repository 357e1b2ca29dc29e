// Calls the student's functions many times in one go, so that a check can change a sealed text at every byte and stay cheap.
// They may give promises: some libraries do.

import { seal, unseal } from '../starter/seal';

/** What came of one call: `returned`, or the name of what it threw. */
export interface Outcome {
  readonly returned?: unknown;
  readonly threw?: string;
}

export type SealCall = readonly [name: string, value: string, key: string, untilMs: number];

export const sealMany = (calls: readonly SealCall[]): Promise<Outcome[]> => many<SealCall>('seal', seal, calls);

/** The same sealed again and again. */
export const sealAgain = (call: SealCall, times: number): Promise<Outcome[]> =>
  sealMany(Array.from({ length: times }, () => call));

/** Many texts for one name, under one key. */
export const unsealEach = (name: string, texts: readonly string[], key: string, nowMs: number): Promise<Outcome[]> =>
  many<readonly [name: string, sealed: string, key: string, nowMs: number]>(
    'unseal',
    unseal,
    texts.map((text) => [name, text, key, nowMs] as const),
  );

async function many<Call extends readonly unknown[]>(
  name: string,
  fn: (...call: Call) => unknown,
  calls: readonly Call[],
): Promise<Outcome[]> {
  if (typeof fn !== 'function') throw new Error(`seal.ts exports no function called "${name}".`);
  const outcomes: Outcome[] = [];
  for (const call of calls) {
    try {
      outcomes.push({ returned: await fn(...call) });
    } catch (error) {
      const { name: kind, code } = (error ?? {}) as { name?: unknown; code?: unknown };
      outcomes.push({ threw: [kind ?? 'something that is no Error', code ?? ''].map(String).join(' ').trim().slice(0, 80) });
    }
  }
  return outcomes;
}
