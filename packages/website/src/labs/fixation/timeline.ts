// What has happened so far, with the rows of the session store after each step.

import { html, type Html } from '../../html';

interface StoreRow {
  readonly id: string;
  readonly customer: string | null;
}

export interface Moment {
  readonly who: 'Mallory' | 'You';
  readonly did: string;
  readonly rows: readonly StoreRow[];
}

export function timeline(moments: readonly Moment[]): Html {
  if (moments.length === 0) return html`<p class="order">Nothing has happened yet. The store of sessions is empty.</p>`;
  return html`<div class="table" role="region" aria-label="What has happened" tabindex="0">
    <table class="timeline">
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">did what</th>
          <th scope="col">Rows of the session store afterwards</th>
        </tr>
      </thead>
      <tbody>
        ${moments.map(
          ({ who, did, rows }) =>
            html`<tr>
              <th scope="row">${who}</th>
              <td>${did}</td>
              <td>${rows.map(({ id, customer }) => html`<code>${shortId(id)}</code> ${customer ?? 'nobody yet'}<br />`)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Enough of an id to tell it from the others. */
export function shortId(id: string): string {
  return `${id.slice(0, 6)}…`;
}
