// What a student has answered so far: answers.json of a sheet's exercise, the file that is handed in.

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { readSheetAnswers, type SheetAnswers } from '@cookie-lessons/question-bank';

import type { Course } from '../../../course/load-course';
import type { FoundQuiz } from '../../../course/load-quiz';
import { writeWhole } from '../../../report/write-whole';
import { UsageError } from '../usage-error';

export function answersPath({ lessonId }: FoundQuiz, sheet: string): string {
  return `exercises/${lessonId}/${sheet}/answers.json`;
}

/** @throws UsageError for a file that a person has spoilt: it is never overwritten. */
export function readAnswersOf(course: Course, found: FoundQuiz, sheet: string): SheetAnswers {
  const path = answersPath(found, sheet);
  const text = course.files.read(path);
  if (text === null) return { student: '', attempt: 1, answers: {} };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not valid JSON: ${(error as Error).message}. Mend it, or delete it to begin anew.`);
  }
  const read = readSheetAnswers((data ?? {}) as Record<string, unknown>);
  if (typeof read === 'string') throw new UsageError(`${path}: ${read}`);
  return read;
}

export function keepAnswers({ root }: Course, path: string, { student, attempt, answers }: SheetAnswers): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeWhole(join(root, path), `${JSON.stringify({ student, attempt, answers }, null, 2)}\n`);
}
