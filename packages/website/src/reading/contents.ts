// What is on a page: a column where there is room, a fold above the text where there isn't. The look shows one of the two.

import { html, type Html } from '../html';
import type { Heading } from './markdown';

export function contentsColumn(headings: readonly Heading[]): Html {
  return html`<nav aria-label="On this page">
    <p>On this page</p>
    ${list(headings)}
  </nav>`;
}

export function contentsFold(headings: readonly Heading[]): Html {
  return html`<details class="contents">
    <summary>On this page</summary>
    <nav aria-label="On this page">${list(headings)}</nav>
  </details>`;
}

function list(headings: readonly Heading[]): Html {
  return html`<ol>
    ${headings.map(({ id, text, level }) => html`<li class="level-${level}"><a href="#${id}">${text}</a></li>`)}
  </ol>`;
}
