// Who works here: asked once, kept in exercises/student.json.

import { join } from 'node:path';

import type { Course } from '../../course/load-course';
import { writeWhole } from '../../report/write-whole';
import type { Ask } from './ask-at-terminal';
import { studentOf } from './workspace';

/**
 * Papers and receipts are drawn per student; without an id all is well too.
 *
 * @param ask null where nobody can answer.
 * @returns the id, '' where there is still none.
 */
export async function askWhoWorksHere(course: Course, ask: Ask | null, howToSkip = ' (Enter to skip)'): Promise<string> {
  const known = studentOf(course).id;
  if (known !== '' || ask === null) return known;
  const id = await ask(`Your student id, as your instructor knows it${howToSkip}: `);
  if (id === '') return '';
  const name = await ask('Your name: ');
  writeWhole(join(course.root, 'exercises', 'student.json'), `${JSON.stringify({ id, name })}\n`);
  return id;
}
