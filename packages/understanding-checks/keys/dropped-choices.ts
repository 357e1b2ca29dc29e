// Which of the Set-Cookie lines among the choices a browser drops, as the course's jar has it, which is held against Chromium.

import type { Question } from '@cookie-lessons/question-bank';

import { judgeSetCookie } from './browser-jar';

const anyMoment = Date.UTC(2026, 0, 5);

/** @param from the address whose answer brings each line alone. @throws Error for a choice that is no line. */
export function droppedChoices<Values>(question: Question<Values>, values: Values, from: string): readonly string[] {
  const choices = Object.entries(question.ask(values).choices ?? {});
  const isDropped = (text: string): boolean => {
    const [, line] = /^`Set-Cookie: (.*)`$/.exec(text) ?? [];
    if (line === undefined) throw new Error(`${question.id}: no Set-Cookie line: ${text}`);
    return !judgeSetCookie(line, from, anyMoment).stored;
  };
  return choices.filter(([, text]) => isDropped(text)).map(([name]) => name);
}
