// The student's program beside the site: `npm run serve` as a child, one at a time.

import type { StudentApp, StudentAppState } from '@cookie-lessons/website';

import { type AppBeside, runApp } from '../watch/run-app';

const keptLines = 6;

export function siteStudentApp(root: string): StudentApp {
  const listeners = new Set<() => void>();
  let running: AppBeside | null = null;
  let state: StudentAppState | null = null;
  const become = (next: StudentAppState | null): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const stop = (): void => {
    running?.stop();
    running = null;
    become(null);
  };
  return {
    start(id) {
      stop();
      become({ id, port: null, lines: [] });
      const app: AppBeside = runApp(root, id, {
        onPrint: (printed) => running === app && state !== null && become(withPrinted(state, printed)),
        onEnd: () => running === app && stop(),
      });
      running = app;
    },
    stop,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function withPrinted({ id, port, lines }: StudentAppState, printed: string): StudentAppState {
  const told = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(printed)?.[1];
  // The site shows the app at an address of its own: the cookies of this one would be others.
  const all = [...lines, ...printed.split('\n').filter((line) => line.trim() !== '' && !line.includes('//127.0.0.1:'))];
  return { id, port: port ?? (told === undefined ? null : Number(told)), lines: all.slice(-keptLines) };
}
