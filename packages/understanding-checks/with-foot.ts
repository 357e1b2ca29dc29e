// The last lines of a page of text: one question for practice.

import type { Question } from '@cookie-lessons/question-bank';

const begin = '\n---\n\n**Check yourself:**';

/** @returns the page with this question at its foot, instead of the one that stood there. */
export function withFoot(page: string, { id, title }: Question): string {
  const [text = ''] = page.split(begin);
  return `${text.trimEnd()}\n${begin} *${title}*. \`npm run quiz -- ${id}\` asks, and explains.\n`;
}
