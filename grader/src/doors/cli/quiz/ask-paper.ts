// Asks the questions of one paper, one at a time, and keeps each answer as soon as it is given.

import { gradeAnswer, type Key, type PaperQuestion } from '@cookie-lessons/question-bank';

import { readTyped } from './read-typed';
import { renderOutcome, renderQuestion } from './render-question';

export interface Asking {
  readonly paper: readonly PaperQuestion[];
  /** Explains each answer at once; null where that has to wait. */
  readonly keys: ReadonlyMap<string, Key> | null;
  /** Answers so far, by question id. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Told after each answer. */
  readonly keep: (answers: Readonly<Record<string, unknown>>) => void;
  /** The next line that somebody types; null when there is no more. */
  readonly nextLine: () => Promise<string | null>;
  readonly say: (text: string) => void;
  readonly columns: number;
}

/** @returns how many of the paper are answered, and whether somebody stopped it. */
export async function askPaper(asking: Asking): Promise<{ readonly answered: number; readonly stopped: boolean }> {
  const { paper, keep } = asking;
  let answers = { ...asking.answers };
  const done = (): number => paper.filter(({ question }) => answers[question.id] !== undefined).length;
  for (const [index, each] of paper.entries()) {
    if (answers[each.question.id] !== undefined) continue;
    const answer = await askOne(asking, each, `${index + 1}/${paper.length}`);
    if (answer === 'stop') return { answered: done(), stopped: true };
    if (answer === 'skip') continue;
    answers = { ...answers, [each.question.id]: answer.given };
    keep(answers);
    await explain(asking, each, answer.given);
  }
  return { answered: done(), stopped: false };
}

async function askOne(
  { nextLine, say, columns }: Asking,
  each: PaperQuestion,
  place: string,
): Promise<'stop' | 'skip' | { given: unknown }> {
  say(renderQuestion(each, place, columns));
  for (;;) {
    const typed = await nextLine();
    if (typed === null || typed.trim() === ':q') return 'stop';
    if (typed.trim() === '') return 'skip';
    const hasLetterQ = each.choices.some(({ letter }) => letter === 'q') || each.question.kind === 'read';
    if (typed.trim().toLowerCase() === 'q' && !hasLetterQ) return 'stop';
    const given = readTyped(each, typed);
    if (given !== null) return { given };
    say(`"${typed.trim().slice(0, 40)}" can't be an answer to this question. Try again; Enter skips it.`);
  }
}

async function explain({ keys, say, columns }: Asking, each: PaperQuestion, given: unknown): Promise<void> {
  const key = keys?.get(each.question.id);
  if (!key) return say('Kept.\n');
  say(renderOutcome(await gradeAnswer(each, key, given), key.explanation, each.question.section, columns));
}
