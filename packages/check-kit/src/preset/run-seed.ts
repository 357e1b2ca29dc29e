// The seed of one exercise's checks under plain Jest.

import { createHash, randomBytes } from 'node:crypto';

/** Drawn anew for every run; COOKIE_LESSONS_SEED repeats one. */
export function seedFor(exerciseId: string): Uint8Array {
  const seed = process.env.COOKIE_LESSONS_SEED ?? randomBytes(16).toString('hex');
  return createHash('sha256').update(`${seed}\0${exerciseId}`).digest();
}
