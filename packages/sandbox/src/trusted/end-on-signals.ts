// Ctrl-C, a closed terminal, a polite kill: the process ends by that very signal, and what it has started ends before it.

import { constants } from 'node:os';

/**
 * For a process that is ours. Whoever wants to clean up listens for 'exit', as for any other end. A command that listens for a
 * signal itself ends in its own way; the second signal ends it at once.
 */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const end = (): void => {
      if (process.listenerCount(signal) > 1) return;
      process.removeListener(signal, end);
      process.emit('exit', 128 + constants.signals[signal]);
      // Not an exit code: npm explains at length how a command failed, but says nothing of one that was interrupted.
      process.kill(process.pid, signal);
    };
    process.on(signal, end);
  }
}

/**
 * To be awaited before an unexpected error is told. Ctrl-C ends at once all that this process has started, esbuild among it, and what
 * was waiting for that fails; the signal that ends this process in silence may be right behind.
 */
export async function signalsThatHaveCome(): Promise<void> {
  // A turn that has begun doesn't look for signals any more; the one after the next certainly has.
  for (let turns = 0; turns < 2; turns++) await new Promise((resolve) => setImmediate(resolve));
}
