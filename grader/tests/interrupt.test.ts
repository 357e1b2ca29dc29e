// Ctrl-C in the middle: whatever a command has started is gone afterwards, and nothing of it lies about in the temporary folder.
// Each command gets such a folder of its own, by whose name its processes are told from all others on this machine.

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const root = join(__dirname, '..', '..');
let temporary = '';
beforeEach(() => void (temporary = mkdtempSync(join(tmpdir(), 'interrupt-'))));
afterEach(() => rmSync(temporary, { recursive: true }));

/** /proc tells who is there; without it there is nothing to assert with. */
const onLinux = process.platform === 'linux' ? describe : describe.skip;

interface Started {
  readonly child: ChildProcess;
  /** Never resolves; rejects when it ends. */
  readonly runs: Promise<never>;
  /** Resolves once it has said so. */
  saysSo(what: RegExp): Promise<void>;
  /** What a terminal does at Ctrl-C: the signal goes to everybody in the foreground. */
  interrupt(): Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

function start(command: string, ...args: readonly string[]): Started {
  const child = spawn(process.execPath, [join(root, 'scripts', 'course.mjs'), command, ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary, NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      child.emit('said');
    });
  const runs = exited.then(() => {
    throw new Error(`It has ended:\n${said}`);
  });
  runs.catch(() => {});
  return {
    child,
    runs,
    saysSo: (what) =>
      Promise.race([
        runs,
        new Promise<void>((resolve) => {
          const look = (): void => void (what.test(said) && resolve());
          child.on('said', look);
          look();
        }),
      ]),
    interrupt: async () => {
      process.kill(-(child.pid as number), 'SIGINT');
      return exited;
    },
  };
}

/** @returns command lines of what was started with this folder as its temporary one, boxes included. */
function alive(): readonly string[] {
  const read = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  };
  const isOurs = (pid: string): boolean =>
    ['cmdline', 'environ', 'mountinfo'].some((file) => read(pid, file).includes(basename(temporary)));
  // What has ended but was not yet waited for has an empty command line.
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOurs(name))
    .map((pid) => read(pid, 'cmdline'))
    .filter((line) => line !== '');
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 25));
}

const leftBehind = (): readonly string[] => readdirSync(temporary).filter((name) => /^(box|probe)-/.test(name));

onLinux('interrupted by Ctrl-C', () => {
  test('`serve` ends in peace, and with it the program that it served', async () => {
    const serve = start('serve', 'plain-cookies/first-cookie', '--port', '4310');
    await serve.saysSo(/Ctrl-C ends/);
    expect(alive().filter((line) => line.includes('serve-program'))).toHaveLength(1);
    expect(await serve.interrupt()).toEqual({ code: 0, signal: null });
    await until(() => alive().length === 0);
    expect(leftBehind()).toEqual([]);
  });

  test('`quiz` ends by the signal, so that npm has nothing to explain', async () => {
    const quiz = start('quiz', 'questions-sessions');
    await quiz.saysSo(/> $/);
    expect(await quiz.interrupt()).toEqual({ code: null, signal: 'SIGINT' });
    await until(() => alive().length === 0);
  });

  test('`grade` takes its workers and its boxes with it', async () => {
    const submission = join(temporary, 'class', 'ada', 'plain-cookies', 'first-cookie');
    mkdirSync(submission, { recursive: true });
    cpSync(join(__dirname, 'submissions', 'endless-loop-in-a-handler', 'app.ts'), join(submission, 'app.ts'));
    const grade = start('grade', join(temporary, 'class'), '--isolation', 'process', '--out', join(temporary, 'reports'));
    const isBox = (line: string): boolean => line.includes('boot.cjs') && !line.includes('--make-cache');
    await Promise.race([until(() => alive().some(isBox)), grade.runs]);
    expect(await grade.interrupt()).toEqual({ code: null, signal: 'SIGINT' });
    await until(() => alive().length === 0);
    expect(leftBehind()).toEqual([]);
  });
});

onLinux('killed without a word', () => {
  test('`serve` leaves no program behind', async () => {
    const serve = start('serve', 'plain-cookies/first-cookie', '--port', '4310');
    await serve.saysSo(/Ctrl-C ends/);
    serve.child.kill('SIGKILL');
    await until(() => alive().length === 0);
  });
});
