// The boxes of one Jest test file: opened when first needed, closed by the preset when the file is done.

import { join } from 'node:path';

import { type Box, type Level, openBox } from '@cookie-lessons/sandbox';

/** Handed from globalSetup, which probes once, to every Jest worker. */
export const levelVariable = 'COOKIE_LESSONS_LEVEL';

export interface Boxes {
  program(): Box;
  target(): Box;
  /** Between two programs of different authors or exercises. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** @param root the course's root. @param modules what the programs of the course may load. */
export function openBoxes(root: string, modules: readonly string[]): Boxes {
  const level = (process.env[levelVariable] ?? 'process') as Level;
  const opened = new Map<string, Box>();
  const open = (which: string): Box => {
    const box = opened.get(which) ?? openBox({ level, modules, resolveFrom: join(root, 'exercises') });
    opened.set(which, box);
    return box;
  };
  const each = async (act: (box: Box) => Promise<unknown>): Promise<void> =>
    void (await Promise.all([...opened.values()].map(act)));
  return {
    program: () => open('program'),
    target: () => open('target'),
    settle: () => each((box) => box.settle()),
    close: () => each((box) => box.close()),
  };
}
