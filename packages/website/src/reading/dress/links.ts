// Links: those of the course as the site has them, those to elsewhere with a number that stands in the list of sources.

import { html } from '../../html';
import { plainWords, type Rules, type Token } from './rules';

/** @returns null for what the site doesn't show, e.g. a source file. */
export type LinkTo = (href: string) => string | null;

export interface Source {
  readonly url: string;
  /** The words that were linked first. */
  readonly title: string;
}

/** @param sources is filled while the text is rendered. */
export function dressLinks(rules: Rules, linkTo: LinkTo, sources: Source[]): void {
  const open: (string | null)[] = [];
  rules.link_open = (tokens, index) => {
    const to = linkTo(String(tokens[index]?.attrGet('href')));
    open.push(to);
    if (to === null) return '';
    if (isElsewhere(to) && !sources.some(({ url }) => url === to)) sources.push({ url: to, title: wordsFrom(tokens, index) });
    const address = html`${to}`.toString();
    return isElsewhere(to) ? `<a href="${address}" rel="noreferrer">` : `<a href="${address}">`;
  };
  rules.link_close = () => {
    const to = open.pop() ?? null;
    if (to === null) return '';
    const number = sources.findIndex(({ url }) => url === to) + 1;
    if (number === 0) return '</a>';
    return `</a><sup><a href="#source-${number}" aria-label="Source ${number}">${number}</a></sup>`;
  };
}

function isElsewhere(href: string): boolean {
  return /^https?:/.test(href);
}

function wordsFrom(tokens: readonly Token[], at: number): string {
  const end = tokens.findIndex(({ type }, index) => index > at && type === 'link_close');
  return plainWords({ children: tokens.slice(at, end) });
}
