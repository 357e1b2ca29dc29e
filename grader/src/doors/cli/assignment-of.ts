// `--assignment <id>`: what course.json says of it.

import type { Course } from '../../course/load-course';
import { countedBy } from '../../score/assignment';
import { UsageError } from './usage-error';

/** @throws UsageError where there is no such assignment. */
export function assignmentOf({ manifest }: Course, id: string): NonNullable<ReturnType<typeof countedBy>> {
  if (manifest === null)
    throw new UsageError('--assignment needs a course.json at the top of the repository: CONTRIBUTING.md shows one.');
  const counted = countedBy(manifest, id, Date.now());
  if (counted === null)
    throw new UsageError(
      `course.json has no assignment "${id}". It has: ${manifest.assignments.map((known) => known.id).join(', ')}.`,
    );
  return counted;
}
