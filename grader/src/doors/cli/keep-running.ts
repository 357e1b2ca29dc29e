// A program that is started anew whenever somebody asks, never two of it at a time.

import type { ForegroundCommand } from '@cookie-lessons/sandbox';

export interface KeptRunning {
  /** Ends the program, if it runs, and starts it anew. Asked for several times before that has happened, it happens once. */
  again(): void;
  /** Resolves when it is gone. */
  stop(): Promise<void>;
}

/** @param onEnded told when the program has ended by itself; it stays so until somebody asks. */
export function keepRunning(start: () => ForegroundCommand, onEnded: () => void): KeptRunning {
  let isOver = false;
  let again = (): void => {};
  let running = start();
  const run = async (): Promise<void> => {
    while (!isOver) {
      const asked = new Promise<'asked'>((resolve) => (again = () => resolve('asked')));
      const first = await Promise.race([asked, running.exited]);
      if (first !== 'asked' && !isOver) {
        onEnded();
        await asked;
      }
      running.stop();
      await running.exited;
      if (!isOver) running = start();
    }
  };
  const done = run();
  return {
    again: () => again(),
    stop() {
      isOver = true;
      again();
      return done;
    },
  };
}
