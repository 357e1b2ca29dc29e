// The questions of the course, found where a lesson keeps a quiz.ts. The grader reads lessons by path: it imports none.

import { join } from 'node:path';

import type { Key, PaperOwner, Question } from '@cookie-lessons/question-bank';

import type { Course } from './load-course';

export interface Quiz {
  readonly sheets: Readonly<Record<string, QuizSheet>>;
  /** null where this copy has no keys for the sheet. */
  loadKeys(sheet: string): ReadonlyMap<string, Key> | null;
  paperOwner(sheet: string, studentId: string, attempt: number): PaperOwner;
}

export interface QuizSheet {
  readonly title: string;
  readonly graded: boolean;
  readonly questions: readonly Question[];
}

export interface FoundQuiz {
  readonly quiz: Quiz;
  /** The lesson it stands in, e.g. `understanding-checks`. */
  readonly lessonId: string;
}

/** @returns null where no lesson has questions. */
export function loadQuiz(course: Course): FoundQuiz | null {
  const lesson = course.lessons.find(({ folder }) => course.files.read(`${folder}/quiz.ts`) !== null);
  if (!lesson) return null;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- which lesson has it is known only now
  return { quiz: require(join(course.root, lesson.folder, 'quiz.ts')) as Quiz, lessonId: lesson.id };
}
