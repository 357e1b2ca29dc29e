// Adds type advice to what grading a submission gave.

import { join } from 'node:path';

import { modulesOf } from '@cookie-lessons/lesson-contract';
import type { Level } from '@cookie-lessons/sandbox';

import type { Course } from '../course/load-course';
import type { Submission } from '../intake/submission';
import type { SubmissionRun } from '../run-checks/exercise-run';
import type { TypeChecker, TypeCheckerParts } from './type-checker';

export function typeCheckerParts(course: Course, level: Level): TypeCheckerParts {
  return { level, modules: modulesOf(course.lessons), resolveFrom: join(course.root, 'exercises') };
}

/** Only what was graded is looked at: what isn't started has the starter's types. */
export async function withTypeAdvice(types: TypeChecker, submission: Submission, run: SubmissionRun): Promise<SubmissionRun> {
  const exercises: SubmissionRun['exercises'][number][] = [];
  for (const exercise of run.exercises) {
    const files = submission.exercises.get(exercise.exerciseId)?.files;
    const advice = exercise.state === 'graded' && files ? await types.advise(files) : [];
    exercises.push({ ...exercise, advice: [...exercise.advice, ...advice] });
  }
  return { ...run, exercises };
}
