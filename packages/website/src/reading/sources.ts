// The pages elsewhere that a text links to, each once, at its end: on paper, the only way to follow them.

import { html, type Html } from '../html';
import type { Source } from './dress/links';

export function sourceList(sources: readonly Source[]): Html | null {
  if (sources.length === 0) return null;
  return html`<section class="sources" aria-labelledby="sources">
    <h2 id="sources">Sources</h2>
    <ol>
      ${sources.map(
        ({ url, title }, index) =>
          html`<li id="source-${index + 1}">${title}: <a href="${url}" rel="noreferrer">${shown(url)}</a></li>`,
      )}
    </ol>
  </section>`;
}

function shown(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
