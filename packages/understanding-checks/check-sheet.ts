// The checks of a sheet: one for each of its questions.

import { checksFor, type CheckContext, demand } from '@cookie-lessons/check-kit';
import { drawPaper, gradeAnswer, type Key, readSheetAnswers, type SheetAnswers } from '@cookie-lessons/question-bank';

import { loadKeys } from './load-keys';
import { paperOwner } from './paper-owner';
import { sheets } from './sheets';

/** @param sheet its name in sheets.ts, which is the exercise's. @throws Error where the sheet or its keys are missing. */
export function checkSheet(sheet: string, { graded = false } = {}): void {
  const questions = sheets[sheet]?.questions;
  const keys = loadKeys(sheet);
  if (!questions || !keys) throw new Error(`There is no sheet ${sheet}, or its keys are not in this copy.`);
  const { check } = checksFor(`understanding-checks/${sheet}`);
  for (const { id } of questions) {
    const key = keys.get(id);
    if (!key) throw new Error(`The question ${id} of ${sheet} has no key.`);
    check(id, (context) => checkAnswer(context, { sheet, key, graded }));
  }
}

interface Asking {
  readonly sheet: string;
  readonly key: Key;
  /** Its belief is told to nobody before the sheet is closed. */
  readonly graded: boolean;
}

async function checkAnswer(context: CheckContext, { sheet, key, graded }: Asking): Promise<void> {
  const { explain, credit } = context;
  const { id } = key.question;
  const handedIn = ownAnswers(context, graded);
  const owner = paperOwner(sheet, context.student.id, handedIn.attempt);
  const paper = drawPaper(owner, sheets[sheet]?.questions ?? []).find(({ question }) => question.id === id);
  if (!paper) throw new Error(`${sheet} lost its question ${id}.`);
  const { fraction, right, problem, belief } = await gradeAnswer(paper, key, handedIn.answers[id]);
  if (right) return;
  credit(fraction);
  explain('not-answered', () => problem !== null);
  if (graded) explain('not-right', () => problem === null);
  else if (belief) explain(`${id}-${belief.name}`, () => true);
  demand(false, problem ?? [graded ? belief?.text : undefined, key.explanation].filter((part) => part !== undefined).join(' '));
}

/** @throws when the file can't be used, or somebody else's paper was answered. */
function ownAnswers({ answers, student, explain }: CheckContext, graded: boolean): SheetAnswers {
  const read = readSheetAnswers(answers());
  explain('not-answered', () => typeof read === 'string');
  if (typeof read === 'string') demand(false, read);
  const { student: answeredBy, attempt } = read;
  explain('not-your-paper', () => answeredBy !== '' && answeredBy !== student.id);
  demand(
    answeredBy === '' || answeredBy === student.id,
    `These are answers to the paper of "${answeredBy}", handed in by "${student.id}".`,
  );
  explain('not-your-paper', () => graded && attempt !== 1);
  demand(!graded || attempt === 1, 'This sheet is drawn once: "attempt" should be 1.');
  return read;
}
