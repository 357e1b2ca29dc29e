// What the student wrote beside what we wrote, as a unified diff.

import { createTwoFilesPatch } from 'diff';

import type { Course } from '../../../course/load-course';

/** @returns one line a line; a sentence where the two are equal. */
export function diffToSolution({ files, exercises }: Course, id: string): string[] {
  const paths = exercises.get(id)?.exercise.files ?? [];
  const lines = paths.flatMap((path) => {
    const ours = files.read(`solutions/${id}/${path}`);
    const yours = files.read(`exercises/${id}/${path}`) ?? '';
    if (ours === null || ours === yours) return [];
    const patch = createTwoFilesPatch(`yours: ${path}`, `ours: ${path}`, yours, ours, undefined, undefined, { context: 2 });
    return patch.split('\n').filter((line) => !line.startsWith('===') && !line.startsWith('\\'));
  });
  return lines.length > 0 ? lines : ['Word for word what we wrote.'];
}
