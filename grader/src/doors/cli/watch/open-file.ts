// Opens a file with whatever the person's system opens such files with.

import { startInBackground } from '@cookie-lessons/sandbox';

/** @returns whether something was started; there is nothing to start it with on a bare server. */
export async function openFile(path: string): Promise<boolean> {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const started = startInBackground(command ?? 'xdg-open', [...args, path], { cwd: process.cwd(), env: process.env });
  // An opener that stays is an editor that runs.
  const code = await Promise.race([started.exited, new Promise<0>((resolve) => setTimeout(() => resolve(0), 1_000).unref())]);
  // explorer.exe ends with 1 whatever it did.
  return code === 0 || process.platform === 'win32';
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  // The first quoted argument of `start` would be a window's title; explorer takes the path alone.
  win32: ['explorer.exe'],
};
