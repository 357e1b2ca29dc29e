// Proves the bank of questions: each question by itself, and that text and questions know each other.

import { headingsOf, pageOf } from '@cookie-lessons/lesson-contract';
import { type BankFigures, type Key, proveBank } from '@cookie-lessons/question-bank';

import type { Course } from '../course/load-course';
import { loadQuiz, type Quiz } from '../course/load-quiz';

const students = 200;

export interface ProvenQuestions {
  readonly lessonId: string;
  readonly findings: readonly string[];
  readonly figures: BankFigures;
}

/** @returns null where the course has no questions. */
export async function proveQuestions(course: Course): Promise<ProvenQuestions | null> {
  const found = loadQuiz(course);
  if (!found) return null;
  const { quiz, lessonId } = found;
  const sheets = Object.entries(quiz.sheets);
  const { findings, figures } = await proveBank({
    questions: sheets.flatMap(([sheet, { questions }]) => questions.map((question) => ({ question, sheet }))),
    keys: new Map(sheets.flatMap(([sheet]) => [...(quiz.loadKeys(sheet) ?? new Map<string, Key>())])),
    students,
    paperOwner: (sheet, studentId) => quiz.paperOwner(sheet, studentId, 1),
  });
  return { lessonId, findings: [...findings, ...textFindings(course, quiz)], figures };
}

/** Every question stands on a section of the text; every page has a question for practice, and says so at its foot. */
function textFindings(course: Course, { sheets }: Quiz): string[] {
  const questions = Object.values(sheets).flatMap((sheet) =>
    sheet.questions.map((question) => ({ ...question, graded: sheet.graded })),
  );
  const lost = questions.flatMap(({ id, section }) => {
    const { path, heading } = pageOf('', section);
    const text = course.files.read(path);
    const isThere = text !== null && (heading === null || headingsOf(text).includes(heading));
    return isThere ? [] : [`${id} stands on ${section}, which is not in the text.`];
  });
  const pages = course.lessons.flatMap(({ folder, lesson }) => lesson.pages.map((page) => `${folder}/lesson-text/${page}.md`));
  const bare = pages.flatMap((path) => {
    const own = questions.filter(({ section, graded }) => !graded && pageOf('', section).path === path);
    if (own.length === 0) return [`${path} has no question for practice.`];
    const foot = (course.files.read(path) ?? '').slice(-600);
    return own.some(({ id }) => foot.includes(`npm run quiz -- ${id}`))
      ? []
      : [`${path} has none of its questions at its foot: ${own.map(({ id }) => id).join(', ')}.`];
  });
  return [...lost, ...bare];
}
