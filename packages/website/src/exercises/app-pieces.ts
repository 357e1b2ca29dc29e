// The student's app on its exercise's page: whether it runs, what it printed, and its cookies as they really went to and fro.

import { html, type Html } from '../html';
import type { AppRecord, RecordedExchange } from './app-record';
import type { StudentAppState } from './live-checks';

/** @param address where a browser finds the app. */
export function appState(id: string, state: StudentAppState | null, address: string): Html {
  const other = state !== null && state.id !== id && html`<p>The app of <code>${state.id}</code> is running. Starting this one ends it.</p>`; // prettier-ignore
  if (state === null || state.id !== id) return html`${other || html`<p>It is not running.</p>`}`;
  return html`<p>
      ${state.port === null ? 'It is starting …' : html`It runs at <a href="${address}" target="_blank" rel="noopener">${address}</a>`}
    </p>
    ${state.lines.length > 0 && html`<pre tabindex="0" aria-label="What it printed">${state.lines.join('\n')}</pre>`}`;
}

export function appCookies(record: AppRecord): Html {
  const exchanges = record.exchanges();
  if (exchanges.length === 0)
    return html`<p>Nothing has been asked of it yet. Its cookies stand here as soon as it has set one.</p>`;
  const cookies = record.cookies();
  return html`${
      cookies.length === 0
        ? html`<p>It has set no cookie, and your browser has sent it none.</p>`
        : html`<div class="table" role="region" aria-label="Cookies of your app" tabindex="0">
            <table>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Your browser sent</th>
                  <th scope="col">Your app said Set-Cookie</th>
                </tr>
              </thead>
              <tbody>
                ${cookies.map(
                  ({ name, sent, setBy }) =>
                    html`<tr>
                      <th scope="row"><code>${name}</code></th>
                      <td>${sent === null ? 'not with the last request' : html`<code>${sent}</code>`}</td>
                      <td>${setBy === null ? 'not since the site was started' : html`<code>${setBy}</code>`}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
    <h3>The last requests</h3>
    <ol class="requests">
      ${exchanges.map(exchangeLine)}
    </ol>`;
}

function exchangeLine({ request, status, cookie, setCookie }: RecordedExchange): Html {
  return html`<li>
    <code>${request}</code> <span class="status">${status}</span>
    ${cookie !== null && html`<br /><code>Cookie: ${cookie}</code>`}
    ${setCookie.map((line) => html`<br /><code>Set-Cookie: ${line}</code>`)}
  </li>`;
}
