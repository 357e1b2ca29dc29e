// A question to the person at the terminal, where there is one.

import { createInterface } from 'node:readline/promises';

/** @returns what was typed, without spaces around it; '' when the input ends instead. */
export type Ask = (question: string) => Promise<string>;

/** null where nobody sits: a pipe, a script, an editor's task. */
export function askAtTerminal(): Ask | null {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return null;
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    let isInterrupted = false;
    const ended = new Promise<string>((resolve) => lines.once('close', () => !isInterrupted && resolve('')));
    // While lines are read, Ctrl-C is a key. It is no answer: the terminal is put right, and the command ends as anywhere else.
    lines.once('SIGINT', () => {
      isInterrupted = true;
      lines.close();
      // A signal on its way keeps no process alive, and this one has nothing else to wait for.
      setTimeout(() => {}, 1_000);
      process.kill(process.pid, 'SIGINT');
    });
    try {
      return (await Promise.race([lines.question(question).catch(() => ended), ended])).trim();
    } finally {
      lines.close();
    }
  };
}
