// The lesson site with everything that the grader has for it.

import { join } from 'node:path';

import { createSite, type Listening, listenHere, type SharedProgress } from '@cookie-lessons/website';

import type { Course } from '../../../course/load-course';
import { sharedProgress } from '../../../progress/shared-progress';
import { resetExercise } from '../../../workspace/reset-exercise';
import { diffToSolution } from '../watch/diff-to-solution';
import { openFile } from '../watch/open-file';
import { runPython } from './run-python';
import { openSiteChecks } from './site-checks';
import { siteQuizOf } from './site-quiz-of';
import { siteStudentApp } from './site-student-app';

export interface OpenSite {
  /** e.g. `http://course.localhost:3000` */
  readonly address: string;
  close(): Promise<void>;
}

/** @param wishedPort the first to try. */
export async function openSite(course: Course, wishedPort: number): Promise<OpenSite> {
  let first: Listening | null = null;
  let second: Listening | null = null;
  const checks = openSiteChecks(course);
  const studentApp = siteStudentApp(course, () => `http://app.course.localhost:${first?.port ?? wishedPort}`);
  const quiz = siteQuizOf(course);
  const progress: SharedProgress = sharedProgress(course.root);
  const site = createSite({
    course,
    checks,
    studentApp,
    runPython,
    progress: {
      ...progress,
      change(act) {
        progress.change(act);
        checks.tell();
      },
    },
    ...(quiz === undefined ? {} : { quiz }),
    port: () => first?.port ?? wishedPort,
    secondPort: () => second?.port ?? wishedPort,
    openInEditor: (id) => openFile(join(course.root, 'exercises', id, course.exercises.get(id)?.exercise.entry ?? '')),
    diffToSolution: (id) => (hasSolution(course, id) ? diffToSolution(course, id) : null),
    reset(id) {
      const onDisk = course.exercises.get(id);
      return onDisk ? resetExercise(course, onDisk, new Date()) : { keptAt: null };
    },
  });
  await checks.ready;
  first = await listenHere(site, wishedPort);
  second = await listenHere(site, first.port + 1);
  return {
    address: `http://course.localhost:${first.port}`,
    async close() {
      studentApp.stop();
      await Promise.all([first?.close(), second?.close(), checks.close()]);
    },
  };
}

function hasSolution({ files, exercises }: Course, id: string): boolean {
  const paths = exercises.get(id)?.exercise.files ?? [];
  return paths.some((path) => files.read(`solutions/${id}/${path}`) !== null);
}
