// The words that were looked for, marked where they stand.

import { html, type Html } from '../../html';

export function markWords(text: string, words: readonly string[]): Html {
  if (words.length === 0) return html`${text}`;
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  // Every second part is one of the words.
  return html`${text.split(pattern).map((part, index) => (index % 2 === 1 ? html`<mark>${part}</mark>` : part))}`;
}
