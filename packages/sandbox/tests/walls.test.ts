// Each promise of a level, tried by a program inside it.

import { spawn } from 'node:child_process';
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
  wall('signals no process outside', () => `(process.kill(${process.pid}, 0), 'signalled')`, refused);
  const ownFolder = `real('path').dirname((process as any).mainModule.filename)`;
  wall('writes nowhere in its own folder', () => `real('fs').writeFileSync(${ownFolder} + '/planted', 'x')`, refused);
  wall('makes no link there', () => `real('fs').symlinkSync('/etc/passwd', ${ownFolder} + '/link')`, refused);
  wall('changes no mode there', () => `real('fs').chmodSync(${ownFolder} + '/host.js', 0o777)`, refused);
  wall(
    'opens no more files than it may',
    () =>
      `(() => { const open = []; try { for (;;) open.push(real('fs').openSync('/dev/null')); } catch (error: any) { return [error.code, open.length < 256]; } finally { for (const file of open) real('fs').closeSync(file); } })()`,
    ['EMFILE', true],
  );
  wall(
    'writes no large file',
    () => `(process.on('SIGXFSZ', () => {}), real('fs').writeFileSync('/tmp/large', Buffer.alloc(17 << 20)), 'written')`,
    refused,
  );

  test('a signal to a process outside does not arrive', async () => {
    if (!holds) return;
    const outsider = spawn('sleep', ['60']);
    const died = new Promise<string>((resolve) => outsider.once('exit', (_code, signal) => resolve(String(signal))));
    // In a process namespace of its own the number is nobody's; under Landlock it is refused.
    await tell(box, `process.kill(${outsider.pid}, 'SIGKILL')`);
    const outcome = Promise.race([died, new Promise((resolve) => setTimeout(() => resolve('lives'), 100))]);
    expect(await outcome).toBe('lives');
    outsider.kill('SIGTERM');
    expect(await died).toBe('SIGTERM');
  });

  test('fills no disk of this machine', async () => {
    if (!holds) return;
    const name = `big-${process.pid}-`;
    const written = await tell(
      box,
      `(() => { let written = 0; try { for (; written < 100; written++) real('fs').writeFileSync('/tmp/${name}' + written, Buffer.alloc(1 << 20)); } catch {} return written; })()`,
      realRequire,
    );
    expect(written).toBeLessThanOrEqual(32);
    expect(readdirSync('/tmp').filter((file) => file.startsWith(name))).toEqual([]);
  });

  test('threads end somewhere, and the machine is none the worse', async () => {
    if (!holds) return;
    const started = await load(
      box,
      `${realRequire}\nexport const start = () => { const { Worker } = real('worker_threads'); let n = 0; try { for (; n < 200; n++) new Worker('setInterval(() => {}, 1e6)', { eval: true }).on('error', () => {}); } catch {} return n; };`,
    ).then((program) => program.call('start', []).catch((fault: { code: string }) => fault.code));
    if (typeof started === 'number') await box.renew();
    expect(await tell(box, `1 + 1`)).toBe(2);
  });

  test.each([
    ['processor time', { cpuSeconds: 1, exchangeMs: 20_000 }],
    ['time to live', { lifeMs: 1_500, exchangeMs: 20_000 }],
  ])('a program that goes on for ever ends with its %s, however long an exchange may take', async (_name, limits) => {
    if (!holds) return;
    const short = boxAt(level, limits);
    try {
      const program = await load(short, `export const spin = () => { for (;;); };`);
      const before = performance.now();
      await expect(program.call('spin', [])).rejects.toMatchObject({ name: 'ProgramFault' });
      expect(performance.now() - before).toBeLessThan(18_000);
    } finally {
      await short.close();
    }
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
