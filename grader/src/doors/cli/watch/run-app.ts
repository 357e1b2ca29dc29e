// The student's app beside the watch: `npm run serve` as a child, what it prints in a few lines of the screen.

import { join } from 'node:path';

import { startInBackground } from '@cookie-lessons/sandbox';

export interface AppBeside {
  readonly id: string;
  stop(): void;
}

export function runApp(
  root: string,
  id: string,
  { onPrint, onEnd }: { onPrint: (text: string) => void; onEnd: () => void },
): AppBeside {
  const command = startInBackground(process.execPath, [join(root, 'scripts', 'course.mjs'), 'serve', id], {
    cwd: root,
    env: process.env,
    // Who looks at the screen presses a key instead.
    onOutput: (text) => onPrint(text.replace(/\(Ctrl-C ends[^)]*\)/, '(r ends it; it starts again when you save)')),
  });
  void command.exited.then(onEnd);
  return { id, stop: () => command.stop() };
}
