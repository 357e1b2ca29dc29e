// What markdown-it calls its rendering rules and tokens, and the one thing every rule of ours needs.

import type MarkdownIt from 'markdown-it';

export type Rules = InstanceType<typeof MarkdownIt>['renderer']['rules'];
export type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** The words of an inline token, without its marks. */
export function plainWords(token: Pick<Token, 'children'> | undefined): string {
  const worded = (token?.children ?? []).filter(({ type }) => ['text', 'code_inline', 'softbreak'].includes(type));
  return worded.map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('');
}
