// Whose fault: one student's mistake a folder of mistakes/, shaped like exercises/, run through the real sandbox and checks. Each
// must get the words in its expected.txt, with whatever the checks draw. What answers as a program gets none, right or wrong.
// To record anew after an intended change: RECORD=1 npx jest tests/diagnose, and read the difference.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import { type Level, strongestLevel } from '@cookie-lessons/sandbox';

import { loadCourse } from '../src/course/load-course';
import { asAdvice, diagnose } from '../src/diagnose/diagnose';
import type { UndeclaredFile } from '../src/diagnose/diagnosis';
import { diagnoseInWorkspace } from '../src/doors/cli/diagnose-in-workspace';
import { gradeSubmission } from '../src/grade-submission';
import type { Submission } from '../src/intake/submission';
import { takeIn } from '../src/intake/take-in';
import { renderAdvice, renderExercise } from '../src/report/terminal';
import type { ExerciseRun, SubmissionRun } from '../src/run-checks/exercise-run';
import { gradeClass } from '../src/run-checks/grade-class';
import { everything } from '../src/score/assignment';
import { claimsOf } from '../src/verify/prove-answers';
import { exerciseOf } from './copy-course';

const root = join(__dirname, '..', '..');
const mistakesFolder = join(__dirname, 'mistakes');
const situations = readdirSync(mistakesFolder).sort();
const course = loadCourse(root);
const longAgo = new Date('2020-01-01');
let level: Level;

beforeAll(async () => {
  level = (await strongestLevel()).level;
});

describe.each(['00112233445566778899aabbccddeeff', 'f0e1d2c3b4a5968778695a4b3c2d1e0f'])('with the seed %s', (seed) => {
  const folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
  const graded = new Map<string, { readonly submission: Submission; readonly run: SubmissionRun }>();

  beforeAll(async () => {
    const submissions = new Map<Submission, string>();
    for (const name of situations) submissions.set(await submissionOf(name, folder), name);
    const undecided = new Set(submissions.keys());
    for (let times = 0; times < 3 && undecided.size > 0; times++) {
      await gradeClass([...undecided], {
        course,
        level,
        jobs: times === 0 ? 2 : 1,
        seed,
        onSubmission(submission, run) {
          graded.set(submissions.get(submission) ?? '', { submission, run });
          if (!isUndecided(run)) undecided.delete(submission);
        },
      });
    }
  }, 900_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(situations)('%s is told in these words', (name) => {
    const { submission, run } = graded.get(name) ?? fail(name);
    const expectedFile = join(mistakesFolder, name, 'expected.txt');
    const block = blockOf(name, folder, { submission, run, seed });
    if (process.env.RECORD === '1') writeFileSync(expectedFile, block);
    expect(block).toBe(readFileSync(expectedFile, 'utf8'));
  });

  test('an instructor reads the same, as the first advice', () => {
    const { submission, run } = graded.get('no-body-parser') ?? fail('no-body-parser');
    const row = gradeSubmission(submission, run, { course, counted: everything, seed });
    const advice = row.exercises.find(({ id }) => id === 'plain-cookies/prefs-cookie')?.advice;
    expect(advice?.[0]).toContain('app.ts:14: POST /prefs sent a form, and req.body was undefined');
  });

  test('the last exchange of each visible check that failed comes along, and none of a hidden one', () => {
    const { run } = graded.get('no-cookie-parser') ?? fail('no-cookie-parser');
    const [exercise] = run.exercises;
    const failed = exercise?.outcomes.filter(({ outcome }) => outcome === 'failed').map(({ checkId }) => checkId);
    expect(failed).toContain('survives-a-restart');
    expect([...(exercise?.lastExchanges.keys() ?? [])]).toEqual(failed?.filter((id) => id !== 'survives-a-restart'));
    expect(exercise?.lastExchanges.get('banner-only-once')).toEqual({
      sent: 'GET /',
      cameBack: "500\nTypeError: Cannot read properties of undefined (reading 'seen')",
    });
  });
});

/** On a machine with much to do, a check's own time may end before it is known why there is no answer. That is said; here it is asked again. */
function isUndecided({ exercises }: SubmissionRun): boolean {
  return exercises.some(({ symptoms }) => {
    const unanswered = symptoms.flatMap((symptom) => (symptom.kind === 'no-answer' ? [symptom.wasBusy] : []));
    const isKnown = symptoms.some(({ kind }) => kind === 'did-not-start') || unanswered.some((wasBusy) => wasBusy !== null);
    return unanswered.length > 0 && !isKnown;
  });
}

test('every solution and right answer answers as a program; a wrong answer, too, and fails', async () => {
  const asked = ['plain-cookies/first-cookie', 'plain-cookies/prefs-cookie', 'sessions/session-store', 'secret-keys/seal-it'];
  const claims = new Map(
    asked.flatMap((id) => claimsOf(course, exerciseOf(course, id))).map((claim) => [claim.submission, claim]),
  );
  const solutions = await takeIn(course, join(root, 'solutions'));
  if (!('submission' in solutions)) throw new Error(`The solutions were refused: ${solutions.refused.reason}`);
  const told: string[] = [];
  let failed = 0;
  await gradeClass([solutions.submission, ...claims.keys()], {
    course,
    level,
    jobs: 2,
    seed: '00112233445566778899aabbccddeeff',
    onSubmission(submission, run) {
      for (const exercise of run.exercises) {
        const onDisk = exerciseOf(course, exercise.exerciseId);
        failed += exercise.outcomes.filter(({ outcome }) => outcome === 'failed').length;
        const found = diagnose({ onDisk, files: filesOf(submission, onDisk), run: exercise, undeclared: [] });
        if (found) told.push(`${claims.get(submission)?.name ?? 'solutions'}: ${found.id}`);
      }
    },
  });
  expect(told).toEqual(['right answer listens-itself.ts: listens-itself']);
  expect(failed).toBeGreaterThan(20);
}, 400_000);

describe('a file that the exercise does not read', () => {
  const onDisk = exerciseOf(course, 'plain-cookies/first-cookie');
  const found = (files: ReadonlyMap<string, string>, ...undeclared: readonly UndeclaredFile[]): string | undefined =>
    diagnose({ onDisk, files, run: null, undeclared })?.what;

  test.each(['App.ts', 'app.js', 'app.mts', 'app.ts.txt', 'app copy.ts', 'app (1).ts', 'app-final.ts', 'src/app.ts', 'ap.ts'])(
    '%s may be what was meant by app.ts',
    (path) => {
      expect(found(onDisk.starter, { path, isNewer: true })).toBe(
        `Your work seems to be in "${path}", but this exercise reads app.ts, which is still the starter.`,
      );
    },
  );

  test.each(['banner.ts', 'data.json', 'server/index.ts'])('%s is something else', (path) => {
    expect(found(onDisk.starter, { path, isNewer: true })).toBe(undefined);
  });

  test('an older copy is a copy', () => {
    const edited = new Map([['app.ts', '// Not the starter.']]);
    expect(found(edited, { path: 'app copy.ts', isNewer: false })).toBe(undefined);
    expect(found(edited, { path: 'app copy.ts', isNewer: true })).toContain('which was saved earlier');
  });
});

describe("a program's own words", () => {
  const onDisk = exerciseOf(course, 'plain-cookies/first-cookie');
  const files = new Map([['app.ts', 'one\ntwo\n']]);
  const told = (detail: string): ReturnType<typeof diagnose> =>
    diagnose({ onDisk, files, run: runWith({ kind: 'did-not-start', detail }), undeclared: [] });

  test('are shortened, and lose what a terminal would obey', () => {
    const what = told(`app.ts:2: Error: \u001b[2J\u202e${'x'.repeat(5_000)}\nsecond line`)?.what ?? '';
    expect(what.length).toBeLessThan(300);
    expect(what).not.toMatch(/[\u0000-\u001f\u202e]/);
  });

  test.each(['app.ts:7: Error: x', 'hidden.test.ts:1: Error: x', '/etc/passwd:1: Error: x'])(
    'name no place that is not in a file of theirs: %s',
    (detail) => {
      expect(told(detail)?.where).toBe(null);
    },
  );

  test('are never missing: whatever ends a program at its start is told', () => {
    for (const detail of [
      '',
      'Your program crashed.',
      'It threw something that is not an Error.',
      "x 'a'\n ,-[",
      'Your program used more memory than it may have.',
    ])
      // prettier-ignore
      expect(told(detail)?.repair).toMatch(/^(Look|What stands)/);
  });
});

function runWith(symptom: ExerciseRun['symptoms'][number]): ExerciseRun {
  return {
    exerciseId: 'plain-cookies/first-cookie',
    state: 'graded',
    endedBecause: 'did-not-start',
    seconds: 0,
    outcomes: [],
    advice: [],
    lastExchanges: new Map(),
    symptoms: [symptom],
  };
}

/** As it would lie in a student's workspace: what was not touched is the starter, and older. */
async function submissionOf(name: string, folder: string): Promise<Submission> {
  const exercises = join(folder, name, 'exercises');
  cpSync(join(mistakesFolder, name), exercises, { recursive: true, filter: (path) => !path.endsWith('expected.txt') });
  const { exercise, starter } = situationOf(name);
  for (const path of exercise.files) {
    const file = join(exercises, exercise.id, path);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, starter.get(path) ?? '');
    utimesSync(file, longAgo, longAgo);
  }
  const taken = await takeIn(course, exercises);
  if ('refused' in taken) throw new Error(`${name}: ${taken.refused.reason}`);
  return taken.submission;
}

function situationOf(name: string): ExerciseOnDisk {
  const [lesson = ''] = readdirSync(join(mistakesFolder, name)).filter((entry) => entry !== 'expected.txt');
  const [exercise = ''] = readdirSync(join(mistakesFolder, name, lesson));
  return exerciseOf(course, `${lesson}/${exercise}`);
}

/** What `check` prints between the exercise's name and its checks. */
function blockOf(
  name: string,
  folder: string,
  { submission, run, seed }: { submission: Submission; run: SubmissionRun; seed: string },
): string {
  const onDisk = situationOf(name);
  const files = loadFolder(join(folder, name));
  const ran = run.exercises.find(({ exerciseId }) => exerciseId === onDisk.exercise.id) ?? fail(name);
  const found = diagnoseInWorkspace({ ...course, root: join(folder, name), files }, onDisk, ran) ?? fail(name);
  const row = gradeSubmission(submission, run, { course, counted: everything, seed });
  const exercise = row.exercises.find(({ id }) => id === onDisk.exercise.id) ?? fail(name);
  const printed = plain(renderExercise(exercise, 100, [asAdvice(found)])).split('\n');
  const block = plain(renderAdvice(asAdvice(found), 100));
  expect(printed.slice(1, 1 + block.split('\n').length).join('\n')).toBe(block);
  expect(printed[1 + block.split('\n').length]).toMatch(/^ {4}[✓✗○] /);
  return `${block}\n`;
}

/** The workspace of one situation, in the place of the course's own. */
function loadFolder(folder: string): typeof course.files {
  return {
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null),
    list: (path) =>
      readdirSync(join(folder, path), { withFileTypes: true }).map((entry) =>
        entry.isDirectory() ? `${entry.name}/` : entry.name,
      ),
  };
}

function filesOf(submission: Submission, { exercise }: ExerciseOnDisk): ReadonlyMap<string, string> {
  return submission.exercises.get(exercise.id)?.files ?? new Map<string, string>();
}

function plain(text: string): string {
  return text.replace(/\u001b\[\d+m/g, '');
}

function fail(name: string): never {
  throw new Error(`${name} has not been graded, or got no diagnosis.`);
}
