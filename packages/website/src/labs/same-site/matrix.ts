// The table of ways and cookies: first what you say, then what your browser did.

import { html, type Html } from '../../html';
import { cookies, type Seen, type Way, ways } from './ways';

export interface Matrix {
  /** `<way>:<cookie>`; null while nothing has been said. */
  readonly predicted: ReadonlySet<string> | null;
  readonly seen: ReadonlyMap<Way['id'], Seen>;
}

export function matrixTable({ predicted, seen }: Matrix): Html {
  const asking = predicted === null && seen.size === 0;
  return html`<div class="table" role="region" aria-label="Which way carries which cookie" tabindex="0">
    <table class="matrix">
      <caption>
        ${asking ? 'What will each way carry? Tick it.' : 'What your browser really sent, beside what you said'}
      </caption>
      <thead>
        <tr>
          <th scope="col">From evil.localhost, by</th>
          ${cookies.map(({ id, label }) => html`<th scope="col"><code>${id}</code><br />${label}</th>`)}
          <th scope="col">Sec-Fetch-Site</th>
        </tr>
      </thead>
      <tbody>
        ${ways.map(
          ({ id, label }) =>
            html`<tr data-way="${id}">
              <th scope="row">${label}</th>
              ${cookies.map((cookie) =>
                asking
                  ? html`<td>
                      <input type="checkbox" name="say" value="${id}:${cookie.id}" aria-label="${label} carries ${cookie.id}" />
                    </td>`
                  : cell(predicted?.has(`${id}:${cookie.id}`) ?? null, seen.get(id)?.carried.includes(cookie.id)),
              )}
              <td>${seen.has(id) ? html`<code>${seen.get(id)?.fetchSite}</code>` : 'not yet'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** @param said null: nothing was. @param carried undefined: this way wasn't tried yet. */
function cell(said: boolean | null, carried: boolean | undefined): Html {
  const told = said === null ? '' : said ? 'you said sent' : 'you said not';
  if (carried === undefined) return html`<td class="waits">${told}</td>`;
  const right = said === null ? '' : said === carried ? 'right' : 'wrong';
  const verdict = said === null ? '' : said === carried ? 'as you said' : told;
  return html`<td class="${right}">
    <strong>${carried ? 'sent' : 'not sent'}</strong>${verdict !== '' && html`<br /><span>${verdict}</span>`}
  </td>`;
}
