// The student's small commands: reset, hint, progress, the first screen, and how an exercise may be named.

import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters as plain } from 'node:util';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import { type Course, loadCourse } from '../src/course/load-course';
import { renderHint } from '../src/doors/cli/hint';
import { renderProgress } from '../src/doors/cli/progress';
import { reset } from '../src/doors/cli/reset';
import { renderStart } from '../src/doors/cli/start';
import { findExercises } from '../src/doors/cli/workspace';
import { nextOf, standingsOf } from '../src/progress/course-standing';
import { contentHashOf, type Progress } from '../src/progress/progress-file';
import { resetExercise } from '../src/workspace/reset-exercise';
import { type CopiedCourse, copyCourse, exerciseOf } from './copy-course';

const noon = new Date('2026-03-02T12:00:00.000Z');
const first = 'plain-cookies/first-cookie';
const words = 'secret-keys/crack-a-key';

let copy: CopiedCourse;
let course: Course;
let said: string;
beforeEach(() => {
  copy = copyCourse();
  course = loadCourse(copy.root);
  said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += plain(String(text));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  copy.remove();
});

describe('resetting', () => {
  test('brings the starter back and keeps what was there, byte for byte', () => {
    const onDisk = exerciseOf(course, 'sessions/fix-fixation');
    const mine = Buffer.from([0x61, 0xff, 0xfe, 0x0a]);
    copy.write('sessions/fix-fixation/app.ts', mine);
    const done = resetExercise(course, onDisk, noon);
    expect(done).toEqual({
      keptAt: 'exercises/.kept/sessions/fix-fixation/2026-03-02T12-00-00',
      restored: ['app.ts'],
      left: [],
    });
    expect(copy.read('sessions/fix-fixation/app.ts')).toBe(onDisk.starter.get('app.ts'));
    expect(readFileSync(join(copy.root, done.keptAt ?? '', 'app.ts')).equals(mine)).toBe(true);
  });

  test('twice in one second keeps both', () => {
    const onDisk = exerciseOf(course, first);
    const kept = ['one', 'two'].map((text) => {
      copy.write(`${first}/app.ts`, text);
      return resetExercise(course, onDisk, noon).keptAt ?? '';
    });
    expect(kept.map((folder) => readFileSync(join(copy.root, folder, 'app.ts'), 'utf8'))).toEqual(['one', 'two']);
  });

  test('leaves alone, and names, what the exercise does not ask for', () => {
    const onDisk = exerciseOf(course, words);
    copy.write(`${words}/crack.ts`, 'mine');
    copy.write(`${words}/words.txt`, 'my own words');
    copy.write(`${words}/task.md`, 'the task, with my notes');
    copy.write(`${words}/tries/one.ts`, 'try');
    expect(resetExercise(course, onDisk, noon)).toMatchObject({ restored: ['crack.ts'], left: ['tries/', 'words.txt'] });
    expect(copy.read(`${words}/words.txt`)).toBe('my own words');
    expect(copy.read(`${words}/tries/one.ts`)).toBe('try');
  });

  test('brings back what was deleted, with nothing to keep', () => {
    const onDisk = exerciseOf(course, words);
    rmSync(join(copy.root, 'exercises', words), { recursive: true });
    expect(resetExercise(course, onDisk, noon)).toEqual({ keptAt: null, restored: ['crack.ts', 'words.txt'], left: [] });
    expect(copy.read(`${words}/words.txt`)).toBe(onDisk.starter.get('words.txt'));
    expect(existsSync(join(copy.root, 'exercises', '.kept'))).toBe(false);
  });

  test('never writes through a link', () => {
    copy.write('../precious.ts', 'precious');
    rmSync(join(copy.root, 'exercises', first, 'app.ts'));
    symlinkSync(join(copy.root, 'precious.ts'), join(copy.root, 'exercises', first, 'app.ts'));
    const { keptAt } = resetExercise(course, exerciseOf(course, first), noon);
    expect(copy.read('../precious.ts')).toBe('precious');
    expect(lstatSync(join(copy.root, 'exercises', first, 'app.ts')).isFile()).toBe(true);
    expect(readFileSync(join(copy.root, keptAt ?? '', 'app.ts'), 'utf8')).toBe('precious');
  });

  test('says so when there is nothing to reset, and asks nobody', async () => {
    expect(await reset(course, first, null)).toBe(0);
    expect(said).toContain('nothing to reset');
    expect(existsSync(join(copy.root, 'exercises', '.kept'))).toBe(false);
  });

  test('asks first: only a yes resets', async () => {
    for (const answer of ['', 'n', 'yesterday']) {
      copy.write(`${first}/app.ts`, 'mine');
      expect(await reset(course, first, async () => answer)).toBe(0);
      expect(copy.read(`${first}/app.ts`)).toBe('mine');
    }
    expect(await reset(course, first, async () => 'Y')).toBe(0);
    expect(copy.read(`${first}/app.ts`)).toBe(exerciseOf(course, first).starter.get('app.ts'));
    const [time = ''] = readdirSync(join(copy.root, 'exercises', '.kept', first));
    expect(said).toContain(`cp -R exercises/.kept/${first}/${time}/. exercises/${first}/`);
  });

  test('says in the question that it was solved', async () => {
    copy.write(`${first}/app.ts`, 'mine');
    note({ [first]: { passed: 4, of: 4 } });
    let asked = '';
    await reset(course, first, async (question) => {
      asked = question;
      return 'n';
    });
    expect(asked).toContain(`${first} is solved.`);
  });

  test('with nobody to ask, nothing is reset and the option is named', async () => {
    copy.write(`${first}/app.ts`, 'mine');
    await expect(reset(course, first, null)).rejects.toThrow(`npm run reset -- ${first} --yes`);
    await expect(reset(course, 'plain-cookies/', null)).rejects.toThrow('Name one exercise');
    expect(copy.read(`${first}/app.ts`)).toBe('mine');
  });
});

describe('a hint', () => {
  const hint = (checkId?: string, all = false): string =>
    plain(renderHint(course, progress, { name: first, checkId, all, columns: Infinity }));
  let progress: Progress;
  beforeEach(() => {
    progress = { version: 1, exercises: {} };
  });

  test('is of the first check that has not passed, and says how to get the others', () => {
    const [one, two, three] = exerciseOf(course, first).exercise.checks as [Check, Check, Check];
    expect(hint()).toContain(one.hint);
    progress = note({ [first]: { passed: 1, of: 4 } });
    const text = hint();
    expect(text).toContain(two.hint);
    expect(text).toMatch(/Read: packages\/plain-cookies\/lesson-text\/[a-z-]+\.md/);
    expect(text).toContain(`npm run hint -- ${first} ${three.id}`);
    expect(text).toContain('--all');
    for (const other of [one, three]) expect(text).not.toContain(other.hint);
  });

  test('--all gives all of them', () => {
    for (const check of exerciseOf(course, first).exercise.checks) expect(hint(undefined, true)).toContain(check.hint);
  });

  test('of everything passed there is none left to give', () => {
    progress = note({ [first]: { passed: 4, of: 4 } });
    expect(hint()).toContain('Every check');
  });

  test('of a check that there is not names the nearest', () => {
    expect(() => hint('lasts-a-yaer')).toThrow('Did you mean "lasts-a-year"?');
    expect(() => hint('something-else-altogether')).toThrow('It has: ');
  });
});

describe('progress', () => {
  test('tells solved, started, changed and not started apart without colour', () => {
    const [solved, started, changed, unchecked] = ids() as [string, string, string, string];
    for (const id of [solved, started, changed, unchecked]) begin(id);
    const progress = note({ [solved]: { passed: 3, of: 3 }, [started]: { passed: 1, of: 3 }, [changed]: { passed: 2, of: 3 } });
    begin(changed, 'and again');
    const line = (id: string): string => lines(progress).find((text) => text.includes(id.split('/')[1] ?? '')) ?? '';
    expect(line(solved)).toMatch(/✓ .* 3 of 3 .*3\/3 points/);
    expect(line(started)).toMatch(/● .* 1 of 3 .*1\/3 points/);
    expect(line(changed)).toMatch(/~ .* was 2 of 3/);
    expect(line(unchecked)).toMatch(/● .*not checked/);
    expect(line(ids()[4] ?? '')).toMatch(/○ .* \d+ min/);
    expect(lines(progress).join('\n')).toMatch(/█+░+ {2}1 of \d+ solved, 6 of \d+ points/);
  });

  test('fits 80 columns', () => {
    for (const id of ids()) begin(id);
    const progress = note(Object.fromEntries(ids().map((id) => [id, { passed: 10, of: 11 }])));
    for (const id of ids()) begin(id, 'and again');
    for (const text of [...lines(progress), ...start(progress)])
      expect({ text, fits: text.length <= 80 }).toEqual({ text, fits: true });
  });

  test('next is what was worked on last, else the first core exercise that is open, and stretch only after them', () => {
    const next = (progress: Progress): string | undefined => nextOf(standingsOf(course, progress))?.onDisk.exercise.id;
    const none: Progress = { version: 1, exercises: {} };
    expect(next(none)).toBe(ids()[0]);
    begin(ids()[3] ?? '');
    begin(ids()[5] ?? '');
    const both = note({ [ids()[3] ?? '']: { passed: 1, of: 3 }, [ids()[5] ?? '']: { passed: 1, of: 3, checkedAt: '2026-04-01T00:00:00.000Z' } }); // prettier-ignore
    expect(next(both)).toBe(ids()[5]);

    const withheld = [...course.exercises.values()].filter(({ exercise }) => exercise.graded === true);
    for (const id of ids()) begin(id);
    const core = [...course.exercises.values()].filter(({ exercise }) => exercise.level === 'core' && exercise.graded !== true);
    const coreSolved = note(Object.fromEntries(core.map(({ exercise }) => [exercise.id, { passed: 3, of: 3 }])));
    expect(exerciseOf(course, next(coreSolved) ?? '').exercise.level).toBe('stretch');
    const allSolved = note(Object.fromEntries(ids().map((id) => [id, { passed: 3, of: 3 }])));
    for (const { exercise } of withheld) (allSolved.exercises as Record<string, { solvedAt: null }>)[exercise.id]!.solvedAt = null; // prettier-ignore
    expect(next(allSolved)).toBeUndefined();
    expect(start(allSolved).join()).toContain('You have solved every exercise.');
  });

  test("a new student's first screen is short, and ends with what to do", () => {
    const screen = start({ version: 1, exercises: {} });
    expect(screen.length).toBeLessThanOrEqual(14);
    for (const { lesson } of course.lessons) expect(screen.join('\n')).toContain(lesson.title);
    expect(screen.join('\n')).toContain(`npm run check -- ${ids()[0]}`);
  });
});

describe('an exercise may be named', () => {
  test.each([
    first,
    'first-cookie',
    `exercises/${first}`,
    `exercises/${first}/app.ts`,
    `./exercises/${first}/`,
    `exercises\\plain-cookies\\first-cookie\\app.ts`,
    'packages/plain-cookies/exercises/first-cookie/visible.test.ts',
    `solutions/${first}/app.ts`,
  ])('as %s', (name) => expect(findExercises(course, [name]).map(({ exercise }) => exercise.id)).toEqual([first]));

  test('a lesson names all of its exercises, in either way', () => {
    const all = ids().filter((id) => id.startsWith('sessions/'));
    for (const name of ['sessions', 'sessions/', 'exercises/sessions', 'exercises/sessions/'])
      expect(findExercises(course, [name]).map(({ exercise }) => exercise.id)).toEqual(all);
  });

  test('a slip in a path names the nearest', () =>
    expect(() => findExercises(course, ['exercises/plain-cookies/first-cokie/app.ts'])).toThrow(`Did you mean "${first}"?`));
});

type Check = ExerciseOnDisk['exercise']['checks'][number];

function ids(): string[] {
  return [...course.exercises.keys()];
}

function begin(id: string, text = 'begun'): void {
  const { entry } = exerciseOf(course, id).exercise;
  copy.write(`${id}/${entry}`, text);
}

function lines(progress: Progress): string[] {
  return plain(renderProgress(course, standingsOf(course, progress), 80)).split('\n');
}

function start(progress: Progress): string[] {
  return plain(renderStart(course, standingsOf(course, progress), 80)).split('\n');
}

/** Writes down a check of what lies there now, a point a check. */
function note(figures: Record<string, { passed: number; of: number; checkedAt?: string }>): Progress {
  const exercises = Object.entries(figures).map(([id, { passed, of, checkedAt = noon.toISOString() }]) => {
    const { exercise } = exerciseOf(course, id);
    const files = exercise.files.map((path) => [path, copy.read(`${id}/${path}`)] as const);
    const noted = {
      contentHash: contentHashOf(new Map(files)),
      passed: exercise.checks.slice(0, passed).map((check) => check.id),
      checks: of,
      points: { earned: passed, possible: of },
      checkedAt,
      solvedAt: passed === of ? checkedAt : null,
    };
    while (noted.passed.length < passed) noted.passed.push(`one-more-${noted.passed.length}`);
    return [id, noted] as const;
  });
  const progress = { version: 1 as const, exercises: Object.fromEntries(exercises) };
  copy.write('.progress.json', JSON.stringify(progress));
  return progress;
}
