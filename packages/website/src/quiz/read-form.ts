// From the fields of a form to what stands in answers.json.

import type { PaperQuestion } from '@cookie-lessons/question-bank';

type ReadAnswer = { readonly given: unknown } | { readonly problem: string };

const maxCharacters = 2_000;

/** @param fields of a form; anybody may have written them. */
export function readForm(paper: PaperQuestion, fields: Readonly<Record<string, unknown>>): ReadAnswer {
  const { kind } = paper.question;
  const answers = [fields.answer].flat().filter((answer) => typeof answer === 'string');
  const text = (answers[0] ?? '').trim().slice(0, maxCharacters);
  const isLetter = (letter: string): boolean => paper.choices.some((choice) => choice.letter === letter);
  switch (kind) {
    case 'number':
      return /^-?[\d.,]+/.test(text) ? { given: text } : { problem: 'Write a number.' };
    case 'read':
      return text === '' ? { problem: 'Write your answer into the field.' } : { given: text };
    case 'order': {
      const order = readOrder(paper, fields.order);
      return order === null ? { problem: 'Put all of them in their order.' } : { given: order };
    }
    case 'multiple':
      return answers.length > 0 && answers.every(isLetter) ? { given: answers } : { problem: 'Tick every answer that is true.' };
    default:
      return answers.length === 1 && isLetter(text) ? { given: text } : { problem: 'Choose one of the answers.' };
  }
}

/** @param order e.g. `bca`. @returns null unless it holds each letter of the paper once. */
export function readOrder({ choices }: PaperQuestion, order: unknown): readonly string[] | null {
  if (typeof order !== 'string') return null;
  const letters = [...order];
  const isWhole = letters.length === choices.length && choices.every(({ letter }) => letters.includes(letter));
  return isWhole ? letters : null;
}

/** @param move `up-b` or `down-b`. */
export function moved(order: readonly string[], move: unknown): readonly string[] {
  const [, way, letter = ''] = /^(up|down)-([a-l])$/.exec(typeof move === 'string' ? move : '') ?? [];
  const at = order.indexOf(letter);
  const to = way === 'up' ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= order.length) return order;
  const without = order.filter((each) => each !== letter);
  return [...without.slice(0, to), letter, ...without.slice(to)];
}
