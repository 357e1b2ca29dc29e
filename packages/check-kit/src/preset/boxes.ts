// The boxes of one Jest test file: opened when first needed, closed by the preset when the file is done.

import { join } from 'node:path';

import { type Box, defaultLimits, type Level, openBox } from '@cookie-lessons/sandbox';

/** Handed from globalSetup, which probes once, to every Jest worker. */
export const levelVariable = 'COOKIE_LESSONS_LEVEL';

/**
 * How many times as long everything may take under plain Jest. The grader asks again when something was not done in time; Jest runs a
 * test once, often beside others that keep the machine busy, and nobody waits for a program that hangs.
 */
export const patience = 4;

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
  const { cpuSeconds, loadMs, exchangeMs, lifeMs } = defaultLimits;
  const limits = {
    cpuSeconds: cpuSeconds * patience,
    loadMs: loadMs * patience,
    exchangeMs: exchangeMs * patience,
    lifeMs: lifeMs * patience,
  };
  const opened = new Map<string, Box>();
  const open = (which: string): Box => {
    const box = opened.get(which) ?? openBox({ level, modules, resolveFrom: join(root, 'exercises'), limits });
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
