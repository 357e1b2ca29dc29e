// Quotes in our texts are notes to the reader: `> **Warning.** …`, `> **Careful …** …`, or a sentence to keep.

import { plainWords, type Rules, type Token } from './rules';

const kinds = { warning: 'Warning', careful: 'Careful', keep: 'Keep in mind' } as const;

export function dressNotes(rules: Rules): void {
  rules.blockquote_open = (tokens, index) => {
    const kind = kindOf(tokens.slice(index).find(({ type }) => type === 'inline'));
    return `<div class="note ${kind}" role="note" aria-label="${kinds[kind]}">\n`;
  };
  rules.blockquote_close = () => '</div>\n';
}

function kindOf(first: Token | undefined): keyof typeof kinds {
  const [word = ''] = /^\w+/.exec(plainWords(first)) ?? [];
  if (word === 'Warning') return 'warning';
  return word === 'Careful' ? 'careful' : 'keep';
}
