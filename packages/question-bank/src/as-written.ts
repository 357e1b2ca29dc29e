// From the author's names to the letters of one paper.

import type { PaperQuestion } from './draw-paper';
import type { Answer } from './key';

/** An answer as it stands in answers.json: a letter, letters, a number or a text. */
export function asWritten({ choices }: PaperQuestion, answer: Answer): string | number | readonly string[] {
  const letterOf = (name: string): string => choices.find((choice) => choice.name === name)?.letter ?? name;
  if (typeof answer === 'number') return answer;
  return typeof answer === 'string' ? letterOf(answer) : answer.map(letterOf);
}
