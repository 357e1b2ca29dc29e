// A program of ours in Python, for the site's lab about Flask.

import { dirname } from 'node:path';
import { setTimeout as passes } from 'node:timers/promises';

import { startInBackground } from '@cookie-lessons/sandbox';

const longestMs = 20_000;

/** @returns what it printed; null where there is no Python, or it failed. FLASK_PYTHON names another one than `python3`. */
export async function runPython(script: string, argument: string): Promise<string | null> {
  const { FLASK_PYTHON: python = 'python3', PATH = '' } = process.env;
  let printed = '';
  const command = startInBackground(python, ['-W', 'ignore', script, argument], {
    cwd: dirname(script),
    env: { PATH },
    onOutput: (text) => (printed += text),
  });
  const overdue = setTimeout(() => command.stop(), longestMs);
  const code = await command.exited;
  clearTimeout(overdue);
  // The end of a process is told before the last of what it printed; a line's end says that all is here.
  for (let waits = 0; waits < 100 && code === 0 && !printed.endsWith('\n'); waits++) await passes(10);
  return code === 0 ? printed : null;
}
