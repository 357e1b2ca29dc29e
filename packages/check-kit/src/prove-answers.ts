// What a lesson's answers.test.ts calls: the checks of every exercise against its starter, wrong and right answers, in plain Jest.

import { basename, join } from 'node:path';

import {
  type AnswerOnDisk,
  type CheckOutcome,
  checkRunSymbol,
  type CheckRun,
  createCheckRun,
  type ExerciseOnDisk,
  modulesOf,
  readAnswers,
  readHandedIn,
  readLabs,
  readLessons,
} from '@cookie-lessons/lesson-contract';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { type Boxes, openBoxes, patience } from './preset/boxes';
import { courseFiles, courseRoot } from './preset/course-files';
import { seedFor } from './preset/run-seed';

interface Proof {
  readonly root: string;
  readonly boxes: Boxes;
  readonly files: ReturnType<typeof courseFiles>;
}

/** @param lessonFolder the package's own folder, e.g. `__dirname`. */
export function proveAnswers(lessonFolder: string): void {
  const root = courseRoot(lessonFolder);
  const files = courseFiles(root);
  const lessons = readLessons(files);
  const lesson = lessons.find(({ id }) => id === basename(lessonFolder));
  if (!lesson) throw new Error(`${lessonFolder} holds no lesson.json.`);
  const boxes = openBoxes(root, modulesOf(lessons));
  afterAll(() => boxes.close());
  for (const onDisk of lesson.exercises) describe(onDisk.exercise.id, () => proveExercise({ root, boxes, files }, onDisk));
}

function proveExercise(proof: Proof, onDisk: ExerciseOnDisk): void {
  const { files } = proof;
  const solution = readHandedIn(files, 'solutions', onDisk.exercise);
  describe('the starter scores nothing', () =>
    runChecks(proof, onDisk, onDisk.starter, ({ checkId, outcome }) =>
      expect({ checkId, outcome }).toEqual({ checkId, outcome: 'failed' }),
    ));
  for (const answer of readAnswers(files, onDisk, 'right-answers')) {
    describe(`right answer ${answer.name}`, () =>
      runChecks(proof, onDisk, replaced(solution, answer), ({ outcome, explanation }) =>
        expect({ outcome, explanation }).toEqual({ outcome: 'passed', explanation: '' }),
      ));
  }
  for (const answer of readAnswers(files, onDisk, 'wrong-answers')) {
    describe(`wrong answer ${answer.name}`, () => proveWrongAnswer(proof, onDisk, answer, replaced(solution, answer)));
  }
}

function proveWrongAnswer(
  proof: Proof,
  onDisk: ExerciseOnDisk,
  { header }: AnswerOnDisk,
  files: ReadonlyMap<string, string>,
): void {
  if (header === null)
    return void test('says what catches it', () =>
      expect('its first two lines').toBe('// Caught by: <check id> and // Misconception: <id>'));
  const { caughtBy, misconception, by } = header;
  const told = new Set<string | null>();
  runChecks(proof, onDisk, files, ({ checkId, outcome, failedBy, misconception: named }) => {
    if (outcome === 'failed') told.add(named);
    const expected = caughtBy.includes(checkId) ? 'failed' : 'passed';
    expect({ checkId, outcome }).toEqual({ checkId, outcome: expected });
    if (outcome === 'failed')
      expect({ checkId, failedBy }).toEqual({ checkId, failedBy: by === 'assertion' ? 'assertion' : 'program-fault' });
  });
  test('is told its misconception', () => expect([...told]).toContain(misconception));
}

/** Registers the exercise's own tests once more, for one set of files. */
function runChecks(
  { root, boxes, files }: Proof,
  { exercise, folder, lessonFolder, lesson, harness }: ExerciseOnDisk,
  handedIn: ReadonlyMap<string, string>,
  judge: (outcome: CheckOutcome) => void,
): void {
  const { run } = createCheckRun({
    exercise,
    student: { id: 'solution' },
    handedIn,
    seed: seedFor(exercise.id),
    box: boxes.program(),
    targetBox: () => boxes.target(),
    labFiles: () => readLabs(files, lessonFolder),
    labModules: lesson.labModules,
    harnessFiles: harness,
    onRecord: () => {},
    patience,
    judge,
  });
  beforeAll(() => boxes.settle());
  (globalThis as { [checkRunSymbol]?: CheckRun })[checkRunSymbol] = run;
  for (const name of ['visible.test.ts', 'hidden.test.ts']) {
    if (files.read(`${folder}/${name}`) === null) continue;
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- registers the file's tests anew; Jest keeps one registry a require
    jest.isolateModules(() => void require(join(root, folder, name)));
  }
}

function replaced(solution: ReadonlyMap<string, string>, { files }: AnswerOnDisk): ReadonlyMap<string, string> {
  return new Map([...solution, ...files]);
}
