// Headings that can be linked to: each is a link to itself, under the anchor that the manifests use.

import { anchorOf } from '@cookie-lessons/lesson-contract';

import { plainWords, type Rules, type Token } from './rules';

export interface Heading {
  readonly id: string;
  readonly text: string;
  /** 1 to 3 */
  readonly level: number;
}

export function headingsIn(tokens: readonly Token[]): Heading[] {
  return tokens.flatMap((token, index) => (token.type === 'heading_open' ? [headingAt(tokens, index)] : []));
}

/** A heading that holds a link already stays as it is. */
export function dressHeadings(rules: Rules): void {
  rules.heading_open = (tokens, index) => {
    const { id, level } = headingAt(tokens, index);
    return isLink(tokens[index + 1], level) ? `<h${level} id="${id}"><a href="#${id}">` : `<h${level} id="${id}">`;
  };
  rules.heading_close = (tokens, index) => {
    const level = Number(tokens[index]?.tag.slice(1));
    return isLink(tokens[index - 1], level) ? `</a></h${level}>\n` : `</h${level}>\n`;
  };
}

function isLink(words: Token | undefined, level: number): boolean {
  return level > 1 && !words?.children?.some(({ type }) => type === 'link_open');
}

function headingAt(tokens: readonly Token[], index: number): Heading {
  const text = plainWords(tokens[index + 1]);
  return { id: anchorOf(text), text, level: Number(tokens[index]?.tag.slice(1)) };
}
