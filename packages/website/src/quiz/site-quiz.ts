// What the site needs of the questions: the sheets as their lesson has them, and the student's answers.json beside them.

import type { Key, PaperOwner, Question, SheetAnswers } from '@cookie-lessons/question-bank';

export interface SiteQuiz {
  readonly quiz: {
    readonly sheets: Readonly<Record<string, SiteSheet>>;
    /** null where this copy has no keys for the sheet. */
    loadKeys(sheet: string): ReadonlyMap<string, Key> | null;
    paperOwner(sheet: string, studentId: string, attempt: number): PaperOwner;
  };
  /** The lesson that has the questions, e.g. `understanding-checks`. */
  readonly lessonId: string;
  /** As exercises/student.json has it; '' where nobody has said. */
  studentId(): string;
  /** No answers yet where there is no file. @returns a sentence that says what to mend where there is one that can't be used. */
  readAnswers(sheet: string): SheetAnswers | string;
  /** Writes answers.json. */
  keepAnswers(sheet: string, answers: SheetAnswers): void;
}

export interface SiteSheet {
  readonly title: string;
  /** It counts: nothing is explained before it is closed, and it is drawn once. */
  readonly graded: boolean;
  readonly questions: readonly Question[];
}
