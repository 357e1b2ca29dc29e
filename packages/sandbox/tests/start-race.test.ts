// The grader is killed while a box starts, before the box could have asked the kernel to die with its parent. Nothing may be left.

import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { probeLevel } from '../src/index';

/** Each run's own temporary folder: by its name in command lines and mounts, its boxes are told from others on this machine. */
const temporary = mkdtempSync(join(tmpdir(), 'race-'));
chmodSync(temporary, 0o755);
afterAll(() => rmSync(temporary, { recursive: true }));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(['bwrap', 'landlock'] as const)('at level %s', (level) => {
  let holds = false;
  beforeAll(async () => {
    holds = (await probeLevel(level)).holds;
    // The first start of all builds the host; the race is about the others.
    if (holds) expect(await killedAfter(level, null)).toBeGreaterThan(0);
    await untilGone();
  });

  test('killed within 60 ms of the start, it leaves no box', async () => {
    if (!holds) return;
    for (let ms = 0; ms <= 60; ms += 5) {
      await killedAfter(level, ms);
      expect({ ms, left: await untilGone() }).toEqual({ ms, left: [] });
    }
  }, 120_000);

  test('its folders in the temporary folder are removed by the next one', async () => {
    if (!holds) return;
    await killedAfter(level, null);
    await untilGone();
    const socketFolders = readdirSync(temporary).filter((name) => name.startsWith('box-'));
    // Those of the killed before it are gone; only its own is left.
    expect(socketFolders.length).toBeLessThanOrEqual(1);
  });
});

/** @param ms null: when the box has started. @returns how many processes there were when it was killed. */
async function killedAfter(level: string, ms: number | null): Promise<number> {
  const grader = spawn(process.execPath, [join(__dirname, 'fixtures', 'starts-a-box.cjs'), level], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => grader.once('exit', resolve));
  await new Promise<void>((resolve) => {
    let said = '';
    grader.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (ms !== null || said.endsWith('started')) resolve();
    });
  });
  await pause(ms ?? 0);
  const before = boxes().length;
  grader.kill('SIGKILL');
  await gone;
  return before;
}

/**
 * Gone is who isn't there for a quarter of a second: in the middle of an exec, a process has no command line to be known by.
 *
 * @returns command lines of boxes that are still there after twenty seconds: one may take long to come to where it ends itself.
 */
async function untilGone(): Promise<readonly string[]> {
  let left = boxes();
  for (let tries = 0, gone = 0; tries < 400 && gone < 5; tries++) {
    await pause(50);
    left = boxes();
    gone = left.length === 0 ? gone + 1 : 0;
  }
  return left;
}

function boxes(): readonly string[] {
  const read = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => [read(pid, 'cmdline'), read(pid, 'mountinfo')].some((text) => text.includes(basename(temporary))))
    .map((pid) => read(pid, 'cmdline'));
}
