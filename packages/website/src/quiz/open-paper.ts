// The paper of whoever works here: which questions in which order, and what has been answered.

import { drawPaper, type Key, type PaperQuestion } from '@cookie-lessons/question-bank';

import type { SiteQuiz, SiteSheet } from './site-quiz';

export interface OpenPaper {
  readonly name: string;
  readonly sheet: SiteSheet;
  readonly questions: readonly PaperQuestion[];
  /** By question id. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Explains an answer at once; null where that has to wait. */
  readonly keys: ReadonlyMap<string, Key> | null;
  keep(questionId: string, given: unknown): void;
  /** Of practice alone. */
  drawAnew(): void;
}

/** @returns null for a sheet that there isn't; a sentence where the answers' file can't be used. */
export function openPaper(quiz: SiteQuiz, name: string): OpenPaper | string | null {
  const sheet = Object.hasOwn(quiz.quiz.sheets, name) ? quiz.quiz.sheets[name] : undefined;
  if (!sheet) return null;
  const before = quiz.readAnswers(name);
  if (typeof before === 'string') return before;
  const student = quiz.studentId();
  const { attempt } = before;
  const isAnothers = before.student !== '' && before.student !== student;
  const answers = isAnothers ? {} : before.answers;
  return {
    name,
    sheet,
    questions: drawPaper(quiz.quiz.paperOwner(name, student, attempt), sheet.questions),
    answers,
    keys: sheet.graded ? null : quiz.quiz.loadKeys(name),
    keep: (id, given) => quiz.keepAnswers(name, { student, attempt, answers: { ...answers, [id]: given } }),
    drawAnew: () => quiz.keepAnswers(name, { student, attempt: attempt + 1, answers: {} }),
  };
}

export function isAnswered({ answers }: OpenPaper, { question }: PaperQuestion): boolean {
  return answers[question.id] !== undefined;
}
