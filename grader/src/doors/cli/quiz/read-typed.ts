// From what somebody typed to what stands in answers.json.

import type { PaperQuestion } from '@cookie-lessons/question-bank';

/** @returns null when it can't be meant as an answer to this question. */
export function readTyped({ question, choices }: PaperQuestion, typed: string): unknown {
  const text = typed.trim();
  if (question.kind === 'read') return text === '' ? null : text;
  if (question.kind === 'number') return /^-?[\d.,]+/.test(text) ? text : null;
  const letters = text.toLowerCase().split(/[\s,;]+/).flatMap((part) => (part.length > 1 ? [...part] : [part])); // prettier-ignore
  const known = letters.every((letter) => choices.some((choice) => choice.letter === letter));
  if (!known || new Set(letters).size !== letters.length) return null;
  if (question.kind === 'multiple') return letters;
  if (question.kind === 'order') return letters.length === choices.length ? letters : null;
  return letters.length === 1 ? letters[0] : null;
}
