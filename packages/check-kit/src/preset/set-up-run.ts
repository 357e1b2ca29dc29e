// Before each visible.test.ts or hidden.test.ts under plain Jest: puts the CheckRun of its exercise on globalThis.
// The program is the solution's, or, in exercises/, the student's.

import { dirname, join, relative, sep } from 'node:path';

import {
  checkRunSymbol,
  createCheckRun,
  isNotStarted,
  modulesOf,
  readHandedIn,
  readLabs,
  readLessons,
} from '@cookie-lessons/lesson-contract';
import { afterAll, expect } from '@jest/globals';

import { openBoxes, patience } from './boxes';
import { courseFiles, courseRoot } from './course-files';
import { seedFor } from './run-seed';

declare global {
  /** Set by a Jest config's `globals`: the submission's folder below the course's root. `solutions` unless set. */
  var cookieLessonsSubmission: string | undefined;
}

const testPath = expect.getState().testPath ?? '';
const [lessonId, exerciseName] =
  /packages\/([^/]+)\/exercises\/([^/]+)\/(?:visible|hidden)\.test\.ts$/.exec(testPath.split(sep).join('/'))?.slice(1) ?? [];

if (lessonId !== undefined && exerciseName !== undefined) {
  const root = courseRoot(dirname(testPath));
  const files = courseFiles(root);
  const id = `${lessonId}/${exerciseName}`;
  const lessons = readLessons(files);
  const onDisk = lessons.flatMap(({ exercises }) => exercises).find(({ exercise }) => exercise.id === id);
  if (!onDisk)
    throw new Error(
      `${relative(root, testPath)} belongs to no exercise: packages/${lessonId}/lesson.json doesn't name "${exerciseName}".`,
    );

  const submission = globalThis.cookieLessonsSubmission ?? 'solutions';
  const handedIn = readHandedIn(files, submission, onDisk.exercise);
  const boxes = openBoxes(root, modulesOf(lessons));
  const { run, close } = createCheckRun({
    exercise: onDisk.exercise,
    student: { id: studentId(files.read(join(submission, 'student.json'))) },
    handedIn,
    seed: seedFor(id),
    box: boxes.program(),
    targetBox: () => boxes.target(),
    labFiles: () => readLabs(files, onDisk.lessonFolder),
    labModules: onDisk.lesson.labModules,
    harnessFiles: onDisk.harness,
    onRecord: () => {},
    patience,
    notStarted: submission !== 'solutions' && isNotStarted(handedIn, onDisk.starter),
  });
  (globalThis as { [checkRunSymbol]?: typeof run })[checkRunSymbol] = run;
  afterAll(async () => {
    close();
    await boxes.close();
  });
}

function studentId(text: string | null): string {
  const data = text === null ? {} : (JSON.parse(text) as { id?: unknown });
  return typeof data.id === 'string' ? data.id : '';
}
