// Where no socket can be handed down, as on Windows, the host in the box listens itself. Here it does so at a Unix socket:
// the same road as with a pipe there, but for the name at its end.

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { type Box, openBox } from '../src/index';
import { defaultLimits } from '../src/default-limits';
import { startBoxProcess } from '../src/process/start-box-process';
import { load } from './one-program';

const boxThatListens = (): Box =>
  openBox({
    level: 'process',
    modules: ['express', 'cookie-parser'],
    resolveFrom: __dirname,
    limits: { loadMs: 4_000, exchangeMs: 1_500 },
    hostListens: true,
  });

let box: Box;
beforeAll(() => void (box = boxThatListens()));
afterAll(() => box.close());

describe('a box whose host listens itself', () => {
  test('answers requests and calls, of one program after the other, and is clean between them', async () => {
    for (const word of ['one', 'two', 'three']) {
      const program = await load(
        box,
        `import express from 'express'; const app = express(); app.get('/', (_q, s) => { s.send('${word}'); });
         export const given = () => process.argv.length; export default app;`,
      );
      expect((await program.request({ method: 'GET', path: '/' })).text).toBe(word);
      expect(await program.call('given', [])).toBeGreaterThan(0);
      expect(await box.settle()).toEqual({ clean: true, differences: [] });
    }
    expect(box.exercisesServed).toBe(3);
  });

  test('catches what a program listens with, as any other box', async () => {
    const program = await load(box, `import http from 'node:http'; http.createServer((_q, s) => s.end('caught')).listen(3000);`);
    expect((await program.request({ method: 'GET', path: '/' })).text).toBe('caught');
  });

  test('takes connections that are lent to it', async () => {
    const lab = boxThatListens();
    try {
      const target = await load(lab, `export default (q: any, s: any) => s.end('reached ' + q.url);`);
      const attacker = await load(
        box,
        `export const attack = async (fetch: any, base: string) => (await fetch(base + '/x')).text();`,
      );
      expect(await attacker.call('attack', [{ kind: 'relayed-fetch', to: target }, 'http://shop.example'])).toBe('reached /x');
    } finally {
      await lab.close();
    }
  });

  test.each([
    ['hangs', 'for (;;);', 'timed-out'],
    ['ends its process', '(process as any).reallyExit(0)', 'crashed'],
  ])('is replaced when a program %s', async (_name, statement, code) => {
    const program = await load(box, `export function f() { ${statement} }`);
    await expect(program.call('f', [])).rejects.toMatchObject({ name: 'ProgramFault', code });
    expect(await (await load(box, `export const f = () => 'fine';`)).call('f', [])).toBe('fine');
  });
});

describe('the process behind it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-listens-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A host of one line, so that its beginnings can go wrong. @returns what a box process is told to start. */
  const hostOf = (source: string): { directory: string; script: string; alsoReadable: []; nodeFlags: [] } => {
    const script = `host-${readdirSync(folder).length}.cjs`;
    writeFileSync(join(folder, script), source);
    return { directory: folder, script, alsoReadable: [], nodeFlags: [] };
  };
  const start = (source: string, loadMs = 20_000): ReturnType<typeof startBoxProcess> =>
    startBoxProcess({ level: 'process', limits: { ...defaultLimits, loadMs }, host: hostOf(source), hostListens: true });

  test('is waited for until it listens, however long it takes to begin', async () => {
    const box = await start(
      `setTimeout(() => require('node:http').createServer((q, s) => s.end()).listen(process.argv[3], () => console.log('listens')), 300);`,
    );
    expect(existsSync(box.socketPath)).toBe(true);
    await box.kill();
  });

  test('that ends before it listens is not waited for', async () => {
    const box = await start(`console.error('no such thing'); process.exit(1);`, 3_600_000);
    await expect(box.ended).resolves.toEqual({ because: 'exited' });
    expect(box.output()).toMatch(/no such thing/);
  });

  test('that never listens is given up when its time is up, and lives until it is killed', async () => {
    const box = await start(`setInterval(() => {}, 1000);`, 200);
    await box.kill();
    await expect(box.ended).resolves.toEqual({ because: 'killed' });
  });

  test('leaves neither socket nor folder', async () => {
    const box = await start(`require('node:http').createServer().listen(process.argv[3]);`);
    await box.kill();
    expect(existsSync(dirname(box.socketPath))).toBe(false);
  });

  test.each(['bwrap', 'landlock'] as const)('is not to be had at level %s, whose walls it would have to open', async (level) => {
    const limits = defaultLimits;
    await expect(startBoxProcess({ level, limits, host: hostOf(''), hostListens: true })).rejects.toThrow(
      /cannot listen itself|needs Linux/,
    );
  });
});
