// The student's workspace, exercises/: which exercises there are, what they hold, and how far they are.

import { type ExerciseOnDisk, isNotStarted, nearest, readHandedIn } from '@cookie-lessons/lesson-contract';

import type { Course } from '../../course/load-course';
import { UsageError } from './usage-error';

export function handedInOf(course: Course, { exercise }: ExerciseOnDisk): ReadonlyMap<string, string> {
  return readHandedIn(course.files, 'exercises', exercise);
}

export function isStarted(course: Course, onDisk: ExerciseOnDisk): boolean {
  return !isNotStarted(handedInOf(course, onDisk), onDisk.starter);
}

/**
 * @param wanted `<lesson>/<exercise>`, `<lesson>/`, an exercise's own name, or the path of a file or folder of one: what an
 *   editor or a shell's completion gives.
 * @throws UsageError with the nearest name.
 */
export function findExercises(course: Course, wanted: readonly string[]): readonly ExerciseOnDisk[] {
  const all = [...course.exercises.values()];
  if (wanted.length === 0) return all;
  return wanted.flatMap((given) => {
    const name = named(given);
    const found = all.filter(
      ({ exercise: { id } }) => id === name || id.split('/')[1] === name || id.startsWith(name.endsWith('/') ? name : `${name}/`),
    );
    if (found.length > 0) return found;
    const near = nearest(
      name,
      all.flatMap(({ exercise: { id } }) => [id, id.split('/')[1] ?? id]),
    );
    throw new UsageError(
      `There is no exercise "${name}".${near === null ? ` There are: ${all.map(({ exercise }) => exercise.id).join(', ')}.` : ` Did you mean "${near}"?`}`,
    );
  });
}

/** @throws UsageError where `name` means several. */
export function findExercise(course: Course, name: string, command: string): ExerciseOnDisk {
  const [onDisk, ...more] = findExercises(course, [name]);
  if (!onDisk || more.length > 0)
    throw new UsageError(`Name one exercise, e.g. npm run ${command} -- ${onDisk?.exercise.id ?? 'plain-cookies/first-cookie'}`);
  return onDisk;
}

/** `exercises/plain-cookies/first-cookie/app.ts` means `plain-cookies/first-cookie`; so does the exercise's folder in packages/. */
function named(given: string): string {
  const path = given.replaceAll('\\', '/').replace(/^\.\//, '');
  const [, lesson, exercise] =
    /^(?:exercises|solutions)\/([^/]+)(?:\/([^/]+))?/.exec(path) ?? /^packages\/([^/]+)\/exercises\/([^/]+)/.exec(path) ?? [];
  return lesson === undefined ? path : `${lesson}/${exercise ?? ''}`;
}

/** Who works here; `exercises/student.json`. */
export function studentOf(course: Course): { id: string; name: string } {
  const text = course.files.read('exercises/student.json');
  try {
    const { id, name } = JSON.parse(text ?? '{}') as { id?: unknown; name?: unknown };
    return { id: typeof id === 'string' ? id : '', name: typeof name === 'string' ? name : '' };
  } catch {
    throw new UsageError('exercises/student.json is not valid JSON. It should read { "id": "your id", "name": "Your Name" }.');
  }
}
