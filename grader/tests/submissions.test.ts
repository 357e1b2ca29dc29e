// Whole-pipeline cases: a class in which every kind of hostile submission stands beside honest ones. Each must get the report in
// its folder, at both strong levels; no canary may appear in any report; nothing may be left running.
// To record anew after an intended change: RECORD=1 npx jest tests/submissions, and read the difference.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { ReportSubmission } from '@cookie-lessons/lesson-contract';
import { type Level, openBox, probeLevel } from '@cookie-lessons/sandbox';

import { loadCourse } from '../src/course/load-course';
import { gradeSubmission, notGradable } from '../src/grade-submission';
import type { Submission } from '../src/intake/submission';
import { takeIn } from '../src/intake/take-in';
import { renderGradebook } from '../src/report/gradebook';
import { renderHtml } from '../src/report/html';
import { makeReport } from '../src/report/make-report';
import { renderFailures, renderTable } from '../src/report/terminal';
import { gradeClass } from '../src/run-checks/grade-class';
import { everything } from '../src/score/assignment';
import { attacked, beside, madeByCode, writeProgram } from './build-submission';

const root = join(__dirname, '..', '..');
const situationsFolder = join(__dirname, 'submissions');
const situations = [...new Set([...readdirSync(situationsFolder), ...Object.keys(madeByCode)])].sort();
const memoryEaters = ['eats-buffers', 'eats-heap'];
const canary = 'CANARY-7f3a91';
const course = loadCourse(root);
const seed = '00112233445566778899aabbccddeeff';
const counted = { ...everything, shown: ({ id }: { id: string }) => id === attacked || id === beside };
const mustNotSkip = process.env.COOKIE_LESSONS_TOLERATE_NO_SKIP === '1';

describe.each<{ level: Level }>([{ level: 'bwrap' }, { level: 'landlock' }])('at level $level', ({ level }) => {
  const folder = mkdtempSync(join(tmpdir(), 'class-'));
  const rows = new Map<string, ReportSubmission>();
  let holds = true;
  let reached = false;
  let left: ReturnType<Offspring['end']> = { seen: 0, alive: [] };

  beforeAll(async () => {
    const finding = await probeLevel(level);
    holds = finding.holds;
    if (!finding.holds) {
      if (mustNotSkip) throw new Error(`${finding.cause} ${finding.whatToDo}`);
      console.warn(`Skipped: level ${level} does not hold here. ${finding.whatToDo}`);
      return;
    }
    const listener = net.createServer((socket) => {
      reached = true;
      socket.end('reached');
    });
    await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
    const secret = join(folder, 'secret.txt');
    writeFileSync(secret, canary, { mode: 0o644 });
    process.env.CANARY = canary;
    const canaries = {
      port: (listener.address() as AddressInfo).port,
      paths: [
        secret,
        join(root, course.exercises.get(attacked)?.folder ?? '', 'hidden.test.ts'),
        join(root, 'solutions', attacked, 'app.ts'),
        join(folder, 'honest', attacked, 'app.ts'),
      ],
    };
    const offspring = new Offspring();
    for (const [name, row] of await gradeSituations(situations, level, folder, canaries)) rows.set(name, row);
    // On a machine with much to do, their time may end before their memory does: asked again, alone.
    const undecided = memoryEaters.filter((name) => endsOf(rows.get(name)).includes('timed-out'));
    for (const name of undecided)
      for (const [, row] of await gradeSituations([name], level, folder, canaries)) rows.set(name, row);
    // The workers are told to end when the class is done; on a busy machine that takes them a while.
    for (let tries = 0; tries < 100; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      left = offspring.end();
      if (left.alive.length === 0) break;
    }
    listener.close();
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(situations)('%s', (name) => {
    if (!holds) return;
    const path = join(situationsFolder, name, 'expected-report.json');
    const got = normalised(rows.get(name));
    if (process.env.RECORD === '1') {
      mkdirSync(join(situationsFolder, name), { recursive: true });
      writeFileSync(path, `${JSON.stringify(got, null, 2)}\n`);
    }
    expect(got).toEqual(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : 'expected-report.json (record it)');
  });

  test('no canary is in any report', () => {
    if (!holds) return;
    const report = makeReport({ courseHash: course.hash, courseTitle: null, gradedAt: '', level }, [...rows.values()]);
    const everythingWritten = [
      JSON.stringify(report),
      renderHtml(report),
      renderGradebook(report),
      renderTable(report),
      renderFailures(report),
    ].join('\n');
    for (const secret of [canary, "survives-a-restart', async", 'Only whether the cookie is there matters', 'root:x:0'])
      expect(everythingWritten).not.toContain(secret);
    expect(renderHtml(report)).not.toContain('<img src=x');
    expect(renderFailures(report)).not.toContain('\u001b[2J');
  });

  test('no attack gained a point, and the honest exercise beside each kept its own', () => {
    if (!holds) return;
    // Their points are honestly earned; how many stands in their report.
    const honest = new Set([
      'honest',
      'type-error-only',
      'brings-its-own-tools',
      'zip-of-an-honest-one',
      'tgz-of-an-honest-one',
      'one-exercise-missing',
      'is-somebody-else',
      'remembers-on-globalThis',
    ]);
    for (const [name, { exercises }] of rows) {
      const of = (id: string): number | undefined => exercises.find((exercise) => exercise.id === id)?.points.earned;
      if (!honest.has(name)) expect({ name, attacked: of(attacked) ?? 0 }).toEqual({ name, attacked: 0 });
      if (exercises.length > 0 && name !== 'one-exercise-missing')
        expect({ name, beside: of(beside) }).toEqual({
          name,
          beside: rows.get('honest')?.exercises.find(({ id }) => id === beside)?.points.earned,
        });
    }
  });

  test('an honest report is the same without the others', async () => {
    if (!holds) return;
    const alone = mkdtempSync(join(tmpdir(), 'alone-'));
    const [[, row] = []] = await gradeSituations(['honest'], level, alone, { paths: [], port: 0 });
    rmSync(alone, { recursive: true });
    expect(normalised(row)).toEqual(normalised(rows.get('honest')));
  });

  test('nothing is left running, nothing was planted, no network was reached', () => {
    if (!holds) return;
    expect(left.seen).toBeGreaterThan(20);
    expect(left.alive).toEqual([]);
    expect(readdirSync(folder).filter((name) => /^(planted.*|results\.json|junit\.xml)$/.test(name))).toEqual([]);
    expect(reached).toBe(false);
  });
});

/** Where nothing holds, the same submissions do what they are accused of: else the tests above could not fail. */
test('a box that runs is seen: the test that none is left can fail', async () => {
  const level = (await probeLevel('bwrap')).holds ? 'bwrap' : 'process';
  const box = openBox({ level, modules: [], resolveFrom: __dirname });
  const offspring = new Offspring();
  await box.warmUp();
  offspring.look();
  expect(offspring.end().alive.length).toBeGreaterThan(0);
  await box.close();
  expect(offspring.end().alive).toEqual([]);
});

test('at level process, the walls are missed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'no-walls-'));
  let reached = false;
  const listener = net.createServer((socket) => {
    reached = true;
    socket.end('reached');
  });
  await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, canary);
  const rows = await gradeSituations(['reads-what-it-should-not', 'forges-results', 'opens-the-network'], 'process', folder, {
    port: (listener.address() as AddressInfo).port,
    paths: [secret],
  });
  listener.close();
  expect(JSON.stringify(rows)).toContain(canary);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['results.json', 'junit.xml']));
  expect(reached).toBe(true);
  rmSync(folder, { recursive: true });
});

async function gradeSituations(
  names: readonly string[],
  level: Level,
  folder: string,
  canaries: Parameters<typeof writeProgram>[2],
): Promise<readonly (readonly [string, ReportSubmission])[]> {
  const rows: [string, ReportSubmission][] = [];
  const submissions = new Map<Submission, string>();
  for (const name of names) {
    const make = madeByCode[name];
    const container = make
      ? await make(join(folder, name))
      : writeProgram(join(folder, name), readFileSync(join(situationsFolder, name, 'app.ts'), 'utf8'), canaries);
    const taken = await takeIn(course, container);
    if ('refused' in taken) rows.push([name, notGradable(taken.refused, { course, counted, seed })]);
    else submissions.set(taken.submission, name);
  }
  await gradeClass([...submissions.keys()], {
    course,
    level,
    jobs: 2,
    seed,
    exerciseIds: new Set([attacked, beside]),
    onSubmission: (submission, run) =>
      rows.push([submissions.get(submission) ?? '', gradeSubmission(submission, run, { course, counted, seed })]),
  });
  return rows;
}

function endsOf(row: ReportSubmission | undefined): readonly unknown[] {
  return row?.exercises.map(({ endedBecause }) => endedBecause) ?? [];
}

/** What a dying program prints depends on which of its processes the system stops first. */
const lastWords = /^((?:\S+: )?Your program's process ended, at [^.]+\.)[^]*$/;

/** What differs from run to run, or from machine to machine, is left out. */
function normalised(row: ReportSubmission | undefined): unknown {
  if (!row) return null;
  const { student, source, verdict, reason, findings, points, exercises } = row;
  return {
    student,
    source,
    verdict,
    reason,
    findings,
    points,
    exercises: exercises.map(({ id, state, endedBecause, points: earned, checks, advice }) => ({
      id,
      state,
      endedBecause,
      points: earned,
      checks: checks.map(({ id: checkId, outcome, feedback }) => ({
        id: checkId,
        outcome,
        misconception: feedback.misconception,
      })),
      advice: advice.map((line) =>
        line
          .replace(lastWords, '$1')
          .replace(/\d{3,}/g, 'N')
          .slice(0, 60),
      ),
    })),
  };
}

interface Kin {
  readonly pid: string;
  readonly parent: string;
  /** With the number, tells a process from a later one of the same number. */
  readonly startedAt: string;
}

/** Everybody who was ever seen below this process, so that its boxes can be told from those of others on the same machine. */
class Offspring {
  readonly #seen = new Map<string, string>();
  /** The bundler that has made the host stays. */
  readonly #before = new Set(processes().map(({ pid, startedAt }) => `${pid} ${startedAt}`));
  readonly #timer = setInterval(() => this.look(), 50);

  look(): void {
    const all = processes();
    const below = new Set([String(process.pid)]);
    // A child may have a lower number than its parent, so as often as there are generations.
    for (let size = 0; size !== below.size;) {
      size = below.size;
      for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
    }
    for (const { pid, startedAt } of all)
      if (below.has(pid) && !this.#before.has(`${pid} ${startedAt}`)) this.#seen.set(pid, startedAt);
  }

  /** How many were seen at all, and the command lines of those who still live. */
  end(): { readonly seen: number; readonly alive: readonly string[] } {
    clearInterval(this.#timer);
    this.look();
    const alive = processes().filter(({ pid, startedAt }) => this.#seen.get(pid) === startedAt);
    return { seen: this.#seen.size, alive: alive.map(({ pid }) => readProc(pid, 'cmdline')).filter((line) => line !== '') };
  }
}

function processes(): readonly Kin[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      // After the name in brackets: state, parent, …, and 20th the time it started at.
      const fields = readProc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
      return { pid, parent: fields[1] ?? '', startedAt: fields[19] ?? '' };
    })
    .filter(({ startedAt }) => startedAt !== '');
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
