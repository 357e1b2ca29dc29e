// What runs beside the watch as a child: the student's app in a few lines of the screen, and the lesson site.

import { join } from 'node:path';

import { startInBackground } from '@cookie-lessons/sandbox';

export interface AppBeside {
  readonly id: string;
  stop(): void;
}

interface Listeners {
  readonly onPrint: (text: string) => void;
  readonly onEnd: () => void;
}

export function runApp(root: string, id: string, { onPrint, onEnd }: Listeners): AppBeside {
  // Who looks at the screen presses a key instead.
  const print = (text: string): void =>
    onPrint(text.replace(/\(Ctrl-C ends[^)]*\)/, '(r ends it; it starts again when you save)'));
  return { id, stop: runCommand(root, ['serve', id], { onPrint: print, onEnd }) };
}

/** @param onAddress e.g. `http://course.localhost:3000`. @returns what ends it. */
export function runSite(
  root: string,
  { onAddress, onEnd }: { onAddress: (address: string) => void; onEnd: () => void },
): () => void {
  const onPrint = (text: string): void => {
    const [, address] = /^Open (http:\/\/[^/\s]+)/m.exec(text) ?? [];
    if (address !== undefined) onAddress(address);
  };
  return runCommand(root, ['start', '--no-open'], { onPrint, onEnd });
}

function runCommand(root: string, args: readonly string[], { onPrint, onEnd }: Listeners): () => void {
  const command = startInBackground(process.execPath, [join(root, 'scripts', 'course.mjs'), ...args], {
    cwd: root,
    env: process.env,
    onOutput: onPrint,
  });
  void command.exited.then(onEnd);
  return () => command.stop();
}
