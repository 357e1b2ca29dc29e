// What `npm run hand-in` packs is what `npm run grade` takes in: the same points, whoever unpacks it.

import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters as plain } from 'node:util';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';

import type { ReportSubmission } from '@cookie-lessons/lesson-contract';
import { strongestLevel } from '@cookie-lessons/sandbox';

import { loadCourse } from '../src/course/load-course';
import { handIn } from '../src/doors/cli/hand-in';
import { gradeSubmission } from '../src/grade-submission';
import type { Submission } from '../src/intake/submission';
import { takeIn } from '../src/intake/take-in';
import { readProgress } from '../src/progress/progress-file';
import { gradeClass } from '../src/run-checks/grade-class';
import { everything } from '../src/score/assignment';
import { type CopiedCourse, copyCourse } from './copy-course';

const first = 'plain-cookies/first-cookie';
const counter = 'plain-cookies/visit-counter';
const sheet = 'understanding-checks/questions-sessions';
const several = 'sessions/fix-fixation';

let copy: CopiedCourse;
let said: string;
beforeEach(() => {
  copy = copyCourse();
  said = '';
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      said += plain(String(text));
      return true;
    });
});
afterEach(() => {
  jest.restoreAllMocks();
  copy.remove();
});

describe('what is packed', () => {
  test('grading it gives the points that the checks before handing in gave', async () => {
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.solve(first);
    copy.write(`${counter}/app.ts`, copy.read(`${counter}/app.ts`) + '\n// begun');
    expect(await pack({ check: true })).toBe(0);
    expect(said).toContain(`✓ ${first}: 4 of 4 checks pass`);
    expect(said).toContain(`✗ ${counter}: 0 of 4 checks pass`);
    expect(said).toContain('not yet: ');

    const { exercises } = await gradeZip('submission.zip');
    const noted = readProgress(copy.root).exercises;
    const graded = exercises.filter(({ state }) => state === 'graded');
    expect(graded.map(({ id, points }) => [id, points])).toEqual([
      [first, noted[first]?.points],
      [counter, noted[counter]?.points],
    ]);
    expect(noted[first]?.points.earned).toBeGreaterThan(0);
  });

  test('it holds who hands in and the declared files of started exercises, nothing else', async () => {
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.solve(several);
    copy.write(`${several}/notes.txt`, 'mine');
    copy.write('.progress.json', '{ "version": 1, "exercises": {} }');
    copy.write(`.kept/${several}/then/app.ts`, 'old');
    expect(await pack()).toBe(0);
    const submission = await takenIn('submission.zip');
    expect(submission.declared).toEqual({ id: 'ada', name: 'Ada' });
    expect([...submission.exercises].map(([id, { files }]) => [id, [...files.keys()]])).toEqual([
      [several, ['attack.ts', 'app.ts']],
    ]);
    expect(submission.findings).toEqual([]);
    for (const path of ['student.json', `${several}/attack.ts`, `${several}/app.ts`]) expect(said).toContain(`  ${path}\n`);
    expect(said).toContain('Upload submission.zip where your instructor told you.');
  });

  test('the same work gives the same bytes, at any hour', async () => {
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.solve(first);
    await pack();
    const once = readFileSync(join(copy.root, 'submission.zip'));
    copy.solve(first);
    jest.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), doNotFake: ['nextTick', 'setImmediate'] });
    await pack();
    jest.useRealTimers();
    expect(readFileSync(join(copy.root, 'submission.zip')).equals(once)).toBe(true);
  });

  test('an earlier submission.zip is replaced, and nothing is left beside it', async () => {
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.solve(first);
    writeFileSync(join(copy.root, 'submission.zip'), 'an earlier one');
    await pack();
    expect((await takenIn('submission.zip')).exercises.size).toBe(1);
    expect(readdirSync(copy.root).filter((name) => name.startsWith('submission'))).toEqual(['submission.zip']);
  });

  test("where the container's name and student.json disagree, the container counts and the instructor is told", async () => {
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.solve(first);
    await pack({ out: 'bela.zip' });
    const row = await gradeZip('bela.zip');
    expect(row.student.id).toBe('bela');
    expect(row.findings?.join()).toContain('student.json says "ada", the container says "bela"');
  });
});

describe('what is not packed', () => {
  test('nothing started: exit code 3, and an earlier zip stays as it is', async () => {
    writeFileSync(join(copy.root, 'submission.zip'), 'an earlier one');
    expect(await pack()).toBe(3);
    expect(readFileSync(join(copy.root, 'submission.zip'), 'utf8')).toBe('an earlier one');
  });

  test('without an id nobody hands in: at a terminal it is asked for, elsewhere the file to write is told', async () => {
    copy.solve(first);
    await expect(pack()).rejects.toThrow(/exercises\/student\.json.*"id": "your-id"/s);
    expect(existsSync(join(copy.root, 'submission.zip'))).toBe(false);

    await expect(pack({}, async () => '')).rejects.toThrow('Nothing was packed');
    const answers = ['ada', 'Ada'];
    expect(await pack({}, async () => answers.shift() ?? '')).toBe(0);
    expect((await takenIn('submission.zip')).declared).toEqual({ id: 'ada', name: 'Ada' });
    expect(JSON.parse(copy.read('student.json'))).toEqual({ id: 'ada', name: 'Ada' });
  });

  test('a file that is too large, no text, or a link is named with the reason, and the rest is packed', async () => {
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.solve(first);
    copy.write(`${several}/attack.ts`, 'x'.repeat(300_000));
    copy.write(`${several}/app.ts`, Buffer.from([0xff, 0xfe, 0x00]));
    rmSync(join(copy.root, 'exercises', counter, 'app.ts'));
    copy.write('elsewhere.ts', 'export default 1;');
    symlinkSync(join(copy.root, 'exercises', 'elsewhere.ts'), join(copy.root, 'exercises', counter, 'app.ts'));
    expect(await pack()).toBe(0);
    expect(said).toMatch(/fix-fixation\/attack\.ts is NOT in it\. .*300000 bytes/);
    expect(said).toMatch(/fix-fixation\/app\.ts is NOT in it\. .*not UTF-8/);
    expect(said).toMatch(/visit-counter\/app\.ts is NOT in it\. It is a link/);
    expect([...(await takenIn('submission.zip')).exercises.keys()]).toEqual([first]);
  });

  test('where nothing is left of it, no zip is written', async () => {
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.write(`${first}/app.ts`, 'x'.repeat(300_000));
    await expect(pack()).rejects.toThrow(/NOT in it.*nothing was packed/s);
    expect(existsSync(join(copy.root, 'submission.zip'))).toBe(false);
  });

  test.each([
    ['not a zip', 'work.tgz', /--out takes the name of a zip/],
    ['no such folder', 'nowhere/work.zip', /no folder/],
  ])('--out that can not be: %s', async (_name, out, reason) => {
    copy.solve(first);
    await expect(pack({ out })).rejects.toThrow(reason);
  });
});

describe('what is warned of', () => {
  test('an assignment: only what course.json puts into it is missed, packed, and the place to upload it told', async () => {
    const assignments = [{ id: 'week-1', title: 'Week 1', exercises: [first, counter] }];
    const course = { title: 'Spring', assignments, handIn: { uploadTo: 'https://lms.example/week-1' } };
    writeFileSync(join(copy.root, 'course.json'), JSON.stringify(course));
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.solve(first);
    copy.solve(several);
    expect(await pack({ assignment: 'week-1' })).toBe(0);
    expect(said).toMatch(new RegExp(`Not started, so not in it, though it counts:\\s+${counter}\\n`));
    expect(said).toContain('Upload submission.zip here: https://lms.example/week-1');
    expect([...(await takenIn('submission.zip')).exercises.keys()]).toEqual([first]);
    await expect(pack({ assignment: 'week-2' })).rejects.toThrow('It has: week-1');
  });

  test('without one, every core exercise is', async () => {
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.solve(first);
    await pack();
    expect(said).toContain('sessions/first-session');
    expect(said).not.toContain('sessions/session-store');
  });

  test("answers to somebody else's questions", async () => {
    copy.write('student.json', '{ "id": "ada", "name": "Ada" }');
    copy.write(`${sheet}/answers.json`, JSON.stringify({ student: 'bela', attempt: 1, answers: { x: 'a' } }));
    await pack();
    expect(said).toMatch(/drawn for "bela".*student\.json says "ada"/);
    said = '';
    copy.write(`${sheet}/answers.json`, JSON.stringify({ student: 'ada', attempt: 1, answers: { x: 'a' } }));
    await pack();
    expect(said).not.toContain('drawn for');
  });
});

function pack(
  { out = 'submission.zip', ...options }: { out?: string; assignment?: string; check?: boolean } = {},
  ask: ((question: string) => Promise<string>) | null = null,
): Promise<number> {
  return handIn(loadCourse(copy.root), { check: false, out, ...options }, ask);
}

async function takenIn(name: string): Promise<Submission> {
  const taken = await takeIn(loadCourse(copy.root), join(copy.root, name));
  if ('refused' in taken) throw new Error(taken.refused.reason);
  return taken.submission;
}

async function gradeZip(name: string): Promise<ReportSubmission> {
  const course = loadCourse(copy.root);
  const submission = await takenIn(name);
  const seed = '00112233445566778899aabbccddeeff';
  const { level } = await strongestLevel();
  const [run] = await gradeClass([submission], { course, level, jobs: 1, seed });
  if (!run) throw new Error('Nothing was graded.');
  return gradeSubmission(submission, run, { course, seed, counted: everything });
}
