// What goes into a submission: the declared files of started exercises, just as intake will take them in later.

import { lstatSync } from 'node:fs';
import { join } from 'node:path';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import type { Course } from '../course/load-course';
import { IntakeProblem } from '../intake/raw-files';
import { takeIn } from '../intake/take-in';

export interface HandIn {
  /** Path in the submission, e.g. `plain-cookies/first-cookie/app.ts` -> text; in the order of the course. */
  readonly files: ReadonlyMap<string, string>;
  /** Declared files that are there and that no grader would take in, and why. */
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
}

/** @throws IntakeProblem where exercises/ as a whole can't be taken in. */
export async function collectHandIn(course: Course, exercises: readonly ExerciseOnDisk[]): Promise<HandIn> {
  const folder = join(course.root, 'exercises');
  const taken = await takeIn(course, folder);
  if ('refused' in taken) throw new IntakeProblem(`exercises/ can't be handed in. ${taken.refused.reason}`);
  const files = new Map<string, string>();
  const leftOut: { path: string; reason: string }[] = [];
  for (const { exercise } of exercises) {
    const handedIn = taken.submission.exercises.get(exercise.id);
    // Intake has one problem for each file that it could not read, in their order.
    const problems = [...(handedIn?.problems ?? [])];
    for (const path of exercise.files) {
      const full = `${exercise.id}/${path}`;
      const text = handedIn?.files.get(path);
      const found = lstatSync(join(folder, full), { throwIfNoEntry: false });
      if (text !== undefined) files.set(full, text);
      else if (found?.isFile()) leftOut.push({ path: full, reason: problems.shift() ?? 'It could not be read.' });
      else if (found) leftOut.push({ path: full, reason: `It is ${found.isSymbolicLink() ? 'a link' : 'not a regular file'}; put the file itself there.` }); // prettier-ignore
    }
  }
  return { files, leftOut };
}
