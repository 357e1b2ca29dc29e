// One search at a time, with a pause after each: this machine has other things to do, too.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

interface Guessed {
  /** null: none of the words. */
  readonly word: string | null;
  readonly tried: number;
  /** Measured on this machine, in one thread. */
  readonly guessesPerSecond: number;
}

type GuessAnswer = Guessed | 'too-soon';

export interface Guesser {
  guess(cookie: string): Promise<GuessAnswer>;
}

const [measureMs, pauseMs, longestMs] = [300, 1500, 15_000];

/** @param words our own list, never anybody's upload. */
export function createGuesser(words: readonly string[], now: () => number): Guesser {
  let busyUntilMs = -Infinity;
  return {
    guess: async (cookie) => {
      if (now() < busyUntilMs) return 'too-soon';
      busyUntilMs = Infinity;
      try {
        return await inThread(cookie, words);
      } finally {
        busyUntilMs = now() + pauseMs;
      }
    },
  };
}

function inThread(cookie: string, words: readonly string[]): Promise<Guessed> {
  const worker = new Worker(join(__dirname, 'guess-worker.cjs'), {
    workerData: { cookie, words, measureMs },
    resourceLimits: { maxOldGenerationSizeMb: 64 },
    execArgv: [],
  });
  const overdue = setTimeout(() => void worker.terminate(), longestMs);
  return new Promise<Guessed>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The search was ended before it was over.')));
  }).finally(() => clearTimeout(overdue));
}
