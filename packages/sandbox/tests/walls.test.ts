// Each promise of a level, tried by a program inside it.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { type Box, type Level, probeLevel, requireLevel } from '../src/index';
import { askCanary } from '../src/probe/ask-canary';
import { boxAt, load, tell } from './one-program';

/** `process.binding`-free ways to the real `require`: students find them, so the walls must hold without the module list. */
const realRequire = `const real = (process as any).mainModule.require;`;
const tolerateNoSkip = process.env.COOKIE_LESSONS_TOLERATE_NO_SKIP === '1';

describe.each<{ level: Level }>([{ level: 'bwrap' }, { level: 'landlock' }])('level $level', ({ level }) => {
  let box: Box;
  let holds = false;
  const folder = mkdtempSync(join(tmpdir(), 'walls-'));
  const outside = net.createServer((socket) => socket.end('reached'));

  beforeAll(async () => {
    const finding = await probeLevel(level);
    holds = finding.holds;
    if (!finding.holds && tolerateNoSkip) throw new Error(`${finding.cause} ${finding.whatToDo}`);
    if (!finding.holds) console.warn(`Skipped: level ${level} does not hold here. ${finding.whatToDo}`);
    writeFileSync(join(folder, 'canary'), 'canary-text', { mode: 0o644 });
    await new Promise<void>((resolve) => void outside.listen(0, '127.0.0.1', resolve));
    box = boxAt(level, { exchangeMs: 10_000 });
  });
  afterAll(async () => {
    await box.close();
    outside.close();
    rmSync(folder, { recursive: true });
  });

  const wall = (name: string, expression: () => string, expected: unknown): void =>
    test(name, async () => {
      if (!holds) return;
      expect(await tell(box, expression(), realRequire)).toEqual(expected);
    });
  const refused = expect.stringMatching(/^refused/);

  wall(
    'reads no file of the grader',
    () => `real('fs').readFileSync(${JSON.stringify(join(folder, 'canary'))}, 'utf8')`,
    refused,
  );
  wall('reads no source of this repository', () => `real('fs').readFileSync(${JSON.stringify(__filename)}, 'utf8')`, refused);
  wall('reads no password file', () => `real('fs').readFileSync('/etc/passwd', 'utf8')`, refused);
  wall("reads no other process's environment", () => `real('fs').readFileSync('/proc/${process.pid}/environ', 'utf8')`, refused);
  wall('reads nothing of the first process', () => `real('fs').readFileSync('/proc/1/environ', 'utf8')`, refused);
  wall('has an empty environment but for what it was given', () => `Object.keys(process.env)`, ['NODE_ENV']);
  wall(
    'starts no process',
    () => `String(real('child_process').spawnSync(process.execPath, ['-e', '0']).error.code)`,
    expect.stringMatching(/EPERM|ENOENT|EACCES|EAGAIN/),
  );
  wall(
    'reaches no address of this machine',
    () =>
      `new Promise((resolve) => real('net').connect(${(outside.address() as AddressInfo).port}, '127.0.0.1').on('connect', () => resolve('reached')).on('error', (e: any) => resolve('refused: ' + e.code)))`,
    refused,
  );
  wall('resolves no names', () => `real('dns').promises.lookup('example.com').then(() => 'resolved')`, refused);
  wall('signals no process outside', () => `(process.kill(${process.pid}, 0), 'signalled')`, expect.anything());
  wall('writes nowhere in its own folder', () => `real('fs').writeFileSync('/box/planted', 'x')`, refused);
  wall('makes no device or link outside', () => `real('fs').symlinkSync('/etc/passwd', '/box/link')`, refused);

  test('a signal to the grader does nothing', async () => {
    if (!holds) return;
    // In a process namespace of its own the number is nobody's; under Landlock it is refused.
    await tell(box, `process.kill(${process.pid}, 'SIGUSR1')`);
    expect(process.pid).toBeGreaterThan(0);
  });

  test('fills no disk of this machine', async () => {
    if (!holds) return;
    const before = readdirSync(tmpdir()).length;
    await tell(
      box,
      `(() => { let written = 0; for (let n = 0; n < 100; n++) { real('fs').writeFileSync('/tmp/big' + n, Buffer.alloc(1 << 20)); written++; } return written; })()`,
      realRequire,
    );
    expect(readdirSync(tmpdir()).length).toBeLessThanOrEqual(before + 2);
  });

  test('memory ends the process, not the machine', async () => {
    if (!holds) return;
    // Node refuses the allocation that goes too far; what was kept until then is all there ever was.
    const program = await load(
      box,
      `export function eat() { const kept = []; try { for (;;) kept.push(Buffer.alloc(1 << 24, 1)); } catch { return kept.length * 16; } }`,
    );
    expect(
      await program.call('eat', []).catch((fault: { code: string }) => (fault.code === 'out-of-memory' ? 0 : fault)),
    ).toBeLessThan(800);
    expect(await tell(box, `1 + 1`)).toBe(2);
  });

  test('is what it claims', async () => {
    if (!holds) return;
    await expect(requireLevel(level)).resolves.toBeUndefined();
  });
});

test('a canary at level process does break the promises of the others: the probe can fail', async () => {
  const broken = await askCanary('process');
  expect(broken).toEqual(expect.arrayContaining(['it can read files of the grader', 'it can start processes']));
});
