// From what the real software did to the choice that says so.

import type { Question } from '@cookie-lessons/question-bank';

/** @returns the author's name of the choice whose text is `text`. @throws Error when none says it: the question is wrong, or the software has changed. */
export function choiceThatSays<Values>(question: Question<Values>, values: Values, text: string): string {
  const choices = Object.entries(question.ask(values).choices ?? {});
  const [name] = choices.find(([, said]) => said === text) ?? [];
  if (name === undefined) throw new Error(`${question.id}: no choice says ${text}`);
  return name;
}
