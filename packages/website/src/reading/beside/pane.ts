// The right pane: tabs, which are links, so that the address says what stands beside the text; and the frame.

import { asHtml, html, type Html } from '../../html';
import type { TextPage } from '../pages';
import type { Choice } from './choices';

/** A toy store may run scripts and keep cookies; it may not lead the page around it somewhere else. */
const labMay = 'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox';

export function besidePane(page: TextPage, choices: readonly Choice[], chosen: Choice): Html {
  return html`<nav class="tabs" aria-label="Beside the text" data-tabs>
      ${choices.map((choice) => tab(page, choice, choice === chosen))}
      <span class="ends">
        <a href="${chosen.alone}" data-alone>On its own</a>
        <a href="${page.path}">Close</a>
      </span>
    </nav>
    ${frameOf(chosen)}`;
}

/** Below the title of a page that stands alone. */
export function besideLinks(page: TextPage, choices: readonly Choice[]): Html | null {
  if (choices.length === 0) return null;
  return html`<nav class="offers" aria-label="Beside the text">
    <span>Beside the text:</span>
    ${choices.map((choice) => html`<a href="${addressOf(page, choice)}">${choice.title}</a> `)}
  </nav>`;
}

function tab(page: TextPage, choice: Choice, isChosen: boolean): Html {
  const { src, alone, title, kind } = choice;
  const current = isChosen && asHtml('aria-current="true"');
  const frame = src !== null && html`data-src="${src}" data-alone="${alone}"`;
  const limits = kind === 'lab' && html`data-sandbox="${labMay}"`;
  return html`<a href="${addressOf(page, choice)}" ${frame} ${limits} ${current}>${title}</a> `;
}

function frameOf({ kind, src, title }: Choice): Html {
  return html`<iframe src="${src}" title="${title}" ${kind === 'lab' && html`sandbox="${labMay}"`} data-pane></iframe>`;
}

/** @returns the page that has this beside it; of a lab that needs whole tabs, its own. */
export function addressOf({ path }: TextPage, { value, src, alone }: Choice): string {
  return src === null ? alone : `${path}?beside=${value}`;
}
