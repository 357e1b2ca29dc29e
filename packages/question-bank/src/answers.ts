// answers.json of a sheet: a plain file that a person can edit.

/**
 * ```json
 * { "student": "ada", "attempt": 1, "answers": { "what-is-a-cookie": "b", "which-survive": ["a", "d"], "octets-left": 4092 } }
 * ```
 */
export interface SheetAnswers {
  /** Whose paper was answered; compared with who hands it in. */
  readonly student: string;
  /** Which draw of the sheet, from 1. */
  readonly attempt: number;
  /** By the question's id. */
  readonly answers: Readonly<Record<string, unknown>>;
}

const maxAttempts = 999;

/** @param file what JSON.parse made of it. @returns a sentence that says what to mend where it can't be used. */
export function readSheetAnswers(file: Readonly<Record<string, unknown>>): SheetAnswers | string {
  const { student = '', attempt = 1, answers = {} } = file;
  if (typeof student !== 'string') return '"student" should be the id in student.json, in quotation marks.';
  if (typeof attempt !== 'number' || !Number.isInteger(attempt) || attempt < 1 || attempt > maxAttempts)
    return `"attempt" should be a whole number from 1 to ${maxAttempts}.`;
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers))
    return '"answers" should hold your answers by the name of the question, in braces.';
  return { student, attempt, answers: answers as Record<string, unknown> };
}
