// A file that several of our processes read, change and write: one after the other, so that none undoes what another has written.

import { closeSync, openSync, rmSync, statSync } from 'node:fs';

/** Nobody needs a file for so long: who has held it longer was killed. */
const staleMs = 2_000;
const pauseMs = 5;

/** @param path of the file; `<path>.lock` stands beside it meanwhile. @param act quick and synchronous; never nested. */
export function oneAtATime<T>(path: string, act: () => T): T {
  const lock = `${path}.lock`;
  while (!isTaken(lock)) {
    if (isStale(lock)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  }
  try {
    return act();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @returns whether it is ours now. */
function isTaken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(lock: string): boolean {
  const made = statSync(lock, { throwIfNoEntry: false });
  return made !== undefined && Math.abs(Date.now() - made.mtimeMs) > staleMs;
}
