// The install before the first command, with a pnpm that we write: what a person is told meanwhile, after a failure, and at Ctrl-C.

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';

const root = join(__dirname, '..', '..');
const copies = mkdtempSync(join(tmpdir(), 'install-'));
afterAll(() => rmSync(copies, { recursive: true }));

let course = '';
beforeEach(() => {
  course = mkdtempSync(join(copies, 'course-'));
  cpSync(join(root, 'scripts'), join(course, 'scripts'), { recursive: true });
  for (const file of ['package.json', 'pnpm-lock.yaml']) cpSync(join(root, file), join(course, file));
  mkdirSync(join(course, 'node_modules'));
});

const marker = (): string => join(course, 'node_modules', '.installed-lock-hash');

interface Install {
  readonly child: ChildProcess;
  /** What was told so far. */
  told(): string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** @param pnpm what it does, as statements; `report` writes one of its lines. */
function install(pnpm: string): Install {
  const file = join(course, 'pnpm.cjs');
  writeFileSync(file, `const report = (line) => console.log(JSON.stringify(line));\n${pnpm}`);
  const child = spawn(process.execPath, ['-e', `import('./scripts/install.mjs').then((m) => m.ensureInstalled())`], {
    cwd: course,
    env: { ...process.env, npm_execpath: file },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return {
    child,
    told: () => said,
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal }))),
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 25));
}

const fetchesTwo = `
report({ name: 'pnpm:stage', stage: 'importing_started' });
for (const status of ['resolved', 'resolved', 'fetched', 'found_in_store', 'imported', 'imported']) report({ name: 'pnpm:progress', status });
report({ name: 'pnpm:stage', stage: 'importing_done' });`;

describe('the install', () => {
  test('tells its longer steps where nobody sits at a terminal, and is not repeated', async () => {
    const first = install(fetchesTwo);
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(first.told()).toMatch(
      /^Installing[^\n]*\nFetching packages …\nPutting the packages[^\n]*\nInstalled, in \d+ s\.\n\n$/,
    );
    const second = install(`throw new Error('asked again')`);
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(second.told()).toBe('');
  });

  test('tells that the network does not answer while pnpm tries again', async () => {
    const run = install(
      `report({ name: 'pnpm:request-retry', url: 'http://packages.example/express', error: { code: 'ECONNREFUSED' }, timeout: 10_000 });`,
    );
    await run.ended;
    expect(run.told()).toContain('No answer from http://packages.example/express (ECONNREFUSED); trying again in 10 s …');
  });

  test.each([
    [
      'what pnpm reports as an error',
      `report({ level: 'error', name: 'pnpm', err: { code: 'ERR_PNPM_NO_SPACE', message: 'the disk is full' } }); process.exitCode = 1;`,
      'ERR_PNPM_NO_SPACE: the disk is full',
    ],
    ['what it says in its own words', `console.log('Unknown option'); process.exitCode = 1;`, 'Unknown option'],
    ['what it complains of', `console.error('getaddrinfo ENOTFOUND'); process.exitCode = 1;`, 'getaddrinfo ENOTFOUND'],
  ])('that fails tells %s and what to do, and is repeated', async (_name, pnpm, said) => {
    const run = install(`${fetchesTwo}\n${pnpm}`);
    expect(await run.ended).toEqual({ code: 2, signal: null });
    expect(run.told()).toContain(said);
    expect(run.told()).toMatch(/did not finish[^\n]*run the same command again/);
    expect(existsSync(marker())).toBe(false);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ended by %s takes pnpm and what that has started with it', async (signal) => {
    // A grandchild that only we can end, and that says who it is.
    const run = install(`
      const { spawn } = require('node:child_process');
      process.on('SIGINT', () => {}).on('SIGTERM', () => {});
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      require('node:fs').writeFileSync('pids', process.pid + ' ' + child.pid);`);
    const pids = join(course, 'pids');
    await until(() => existsSync(pids) && readFileSync(pids, 'utf8').includes(' '));
    run.child.kill(signal);
    expect(await run.ended).toEqual({ code: null, signal });
    expect(run.told()).toMatch(/interrupted[^\n]*Run the same command again/);
    await until(() => readFileSync(pids, 'utf8').split(' ').every(isGone));
    expect(existsSync(marker())).toBe(false);
  });
});

function isGone(pid: string): boolean {
  try {
    // A zombie that nobody has waited for still takes signals.
    if (process.platform === 'linux') return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    process.kill(Number(pid), 0);
    return false;
  } catch {
    return true;
  }
}
