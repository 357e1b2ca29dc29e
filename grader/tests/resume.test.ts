// The grade command as a process: killed in the middle of a class, and what it says to the shell.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, expect, test } from '@jest/globals';

import { exitCodes, type Report, reportSchema } from '@cookie-lessons/lesson-contract';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'resume-'));
const exerciseId = 'plain-cookies/first-cookie';
const solution = readFileSync(join(root, 'solutions', exerciseId, 'app.ts'), 'utf8');
const wrong = readFileSync(join(root, 'packages/plain-cookies/exercises/first-cookie/wrong-answers/no-lifetime.ts'), 'utf8');
const handedIn = ['ada', 'bob', 'cy', 'dot', 'eve', 'fay'];

afterAll(() => rmSync(folder, { recursive: true }));

test('a grader killed with SIGKILL in the middle of a class leaves whole reports for what it had finished, and grading again goes on from there', async () => {
  const submissions = join(folder, 'class');
  for (const [index, name] of handedIn.entries()) writeSubmission(join(submissions, name), index % 2 === 0 ? solution : wrong);
  const out = join(folder, 'out');
  const args = ['grade', submissions, '--out', out, '--jobs', '1'];

  const grader = spawn(process.execPath, [join(root, 'scripts', 'course.mjs'), ...args], {
    cwd: root,
    env: plainEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await linesOnStderr(grader, 2);
  const started = await descendantsWithBox(grader.pid as number);
  grader.kill('SIGKILL');
  await new Promise((resolve) => grader.once('close', resolve));
  expect(await stillRunning(started)).toEqual([]);

  const finished = readReport(out);
  const names = finished.submissions.map(({ source }) => source);
  expect(names.length).toBeGreaterThanOrEqual(2);
  expect(names.length).toBeLessThan(handedIn.length);
  expect(names).toEqual(handedIn.slice(0, names.length));
  expect(htmlEnd(out)).toMatch(/<\/html>\s*$/);
  expect(gradebookSources(out)).toEqual(names);

  const again = course(...args);
  expect(again.status).toBe(exitCodes.done);
  for (const name of handedIn) {
    const line = again.stderr.split('\n').find((one) => one.includes(` ${name} `));
    expect({ name, resumed: line?.includes('graded before') }).toEqual({ name, resumed: names.includes(name) });
  }
  const complete = readReport(out);
  expect(complete.submissions.map(({ source, verdict }) => [source, verdict])).toEqual(handedIn.map((name) => [name, 'graded']));
  expect(complete.submissions.slice(0, names.length)).toEqual(finished.submissions);
  expect(htmlEnd(out)).toMatch(/<\/html>\s*$/);
  expect(gradebookSources(out)).toEqual(handedIn);
  expect(readdirSync(out).sort()).toEqual(['gradebook.csv', 'index.html', 'results.json']);
});

test('the exit code says how grading ended', () => {
  const good = writeSubmission(join(folder, 'codes', 'good'), solution);
  const poor = writeSubmission(join(folder, 'codes', 'poor'), wrong);
  mkdirSync(join(folder, 'codes', 'essays', 'essay'), { recursive: true });
  writeFileSync(join(folder, 'codes', 'essays', 'essay', 'cookies.txt'), 'On cookies.');
  const out = (name: string): string[] => ['--out', join(folder, 'codes-out', name), '--jobs', '1'];
  const table = [
    ['done', ['grade', good, ...out('done')]],
    ['belowRequired', ['grade', poor, ...out('below'), '--require', '100']],
    ['wrongUsage', ['grade', good, ...out('usage'), '--no-such-flag']],
    ['wrongUsage', ['grade', join(folder, 'no-such-folder'), ...out('usage')]],
    ['nothingGradable', ['grade', join(folder, 'codes', 'essays'), ...out('nothing')]],
  ] as const;
  for (const [expected, args] of table) {
    const { status, stderr } = course(...args);
    expect({ args, status, stderr }).toEqual({ args, status: exitCodes[expected], stderr });
  }
  expect(exitCodes).toEqual({ done: 0, belowRequired: 1, wrongUsage: 2, nothingGradable: 3, graderFault: 4 });
});

/** What Jest sets must not reach the grader, and no colours. */
const plainEnvironment = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, NO_COLOR: '1' };

function course(...args: readonly string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [join(root, 'scripts', 'course.mjs'), ...args], {
    cwd: root,
    env: plainEnvironment,
    encoding: 'utf8',
  });
}

function writeSubmission(submission: string, app: string): string {
  mkdirSync(join(submission, exerciseId), { recursive: true });
  writeFileSync(join(submission, exerciseId, 'app.ts'), app);
  return submission;
}

function readReport(out: string): Report {
  return reportSchema.parse(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')));
}

function htmlEnd(out: string): string {
  return readFileSync(join(out, 'index.html'), 'utf8').slice(-20);
}

/** The third column, of rows that all have as many cells as the header. */
function gradebookSources(out: string): readonly (string | undefined)[] {
  const text = readFileSync(join(out, 'gradebook.csv'), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  const [header = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  for (const row of rows) expect(row).toHaveLength(header.length);
  return rows.map((row) => row[2]);
}

/** Until that many submissions were reported as done. */
async function linesOnStderr(child: ChildProcess, wanted: number): Promise<void> {
  let text = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      if ((text.match(/^\s*\d+\/\d+ /gm) ?? []).length >= wanted) resolve();
    });
    child.once('close', () => reject(new Error(`It ended before it was killed:\n${text}`)));
  });
}

interface Running {
  readonly pid: number;
  /** With the pid it names one process for good. */
  readonly startedAt: string;
  readonly command: string;
}

/** All that the grader has started, at a moment at which a box is among it. */
async function descendantsWithBox(grader: number): Promise<readonly Running[]> {
  for (let tries = 0; tries < 2_000; tries++) {
    const running = descendantsOf(grader);
    if (running.some(({ command }) => /^\S*node .*boot\.cjs/.test(command))) return running;
    await wait(5);
  }
  throw new Error('No box was seen.');
}

function descendantsOf(ancestor: number): readonly Running[] {
  const all = readdirSync('/proc').flatMap((name) => readProcess(name) ?? []);
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === ancestor || isBelow(parent));
  };
  return all.filter(({ pid }) => isBelow(pid));
}

function readProcess(name: string): (Running & { readonly parent: number }) | null {
  if (!/^\d+$/.test(name)) return null;
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The program's name stands in brackets and may hold anything; what follows doesn't.
    const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return null;
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid: Number(name), parent: Number(parent), startedAt: rest[17] ?? '', command };
  } catch {
    return null;
  }
}

/** Of those processes, the ones that have not ended after a while. */
async function stillRunning(started: readonly Running[]): Promise<readonly Running[]> {
  let left = started;
  for (let tries = 0; left.length > 0 && tries < 100; tries++) {
    await wait(100);
    left = left.filter(({ pid, startedAt }) => readProcess(String(pid))?.startedAt === startedAt);
  }
  return left;
}
