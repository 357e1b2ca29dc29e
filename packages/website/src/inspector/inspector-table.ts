// The table of cookies, like the one in a browser's developer tools, and below it each cookie opened.

import { html, type Html } from '../html';
import type { Fate, KnownCookie, RecordRow } from './cookie-record';
import { decodeValue, type Standing, whatYouCanDo } from './decode-value';

export interface Inspected {
  readonly rows: readonly RecordRow[];
  readonly standingOf: (cookie: KnownCookie) => Standing;
  /** Where the edit forms post to; null where nothing may be edited. */
  readonly editAction: string | null;
}

const columns = [
  'Name',
  'Value',
  'With the last request',
  'Domain',
  'Path',
  'Expires / Max-Age',
  'Size',
  'HttpOnly',
  'Secure',
  'SameSite',
  'Partition',
];

export function inspectorTable({ rows, standingOf, editAction }: Inspected): Html {
  if (rows.length === 0) return html`<p class="empty">This lab has set no cookie in your browser, and got none from it.</p>`;
  return html`<div class="table" role="region" aria-label="Cookies of this lab" tabindex="0">
      <table class="jar">
        <thead>
          <tr>
            ${columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(tableRow)}
        </tbody>
      </table>
    </div>
    ${
      rows.some(({ cookie }) => !cookie.attributesKnown) &&
      html`<p class="hint">A Cookie header tells no attributes: what this lab has not set itself has none here.</p>`
    }
    <div class="opened">
      ${rows.filter(({ fate }) => fate.is !== 'gone').map((row, at) => opened(row, { at, standing: standingOf(row.cookie), editAction, place: placeOf(row, rows) }))}
    </div>`;
}

function tableRow({ cookie, fate }: RecordRow, at: number): Html {
  const { name, value, domain, hostOnly, path, expiresMs, secure, httpOnly, sameSite, partitioned, attributesKnown } = cookie;
  const size = Buffer.byteLength(name) + Buffer.byteLength(value);
  const cells = attributesKnown
    ? [
        hostOnly ? domain : `.${domain}`,
        path,
        lifetime(expiresMs),
        size,
        tick(httpOnly),
        tick(secure),
        site(sameSite),
        tick(partitioned),
      ]
    : ['?', '?', '?', size, '?', '?', '?', '?'];
  const shownName = name === '' ? '(no name)' : name;
  return html`<tr data-cookie="${name}" data-fate="${fate.is}">
    <th scope="row">
      ${fate.is === 'gone' ? shownName : html`<a href="#cookie-${at}" data-opens="cookie-${at}">${shownName}</a>`}
    </th>
    <td class="value"><code>${value}</code></td>
    <td class="fate">${fateWords(fate)}</td>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

function fateWords(fate: Fate): Html {
  switch (fate.is) {
    case 'sent':
      return fate.changed ? html`<strong>sent</strong>, changed since it was set` : html`<strong>sent</strong>`;
    case 'not-sent':
      return html`not sent: <strong>${fate.why.code}</strong>. ${fate.why.because}`;
    case 'gone':
      return html`not sent: your browser no longer has it, or this lab can't see why`;
    case 'new':
      return html`not yet: set by this answer`;
  }
}

interface Opening {
  readonly at: number;
  readonly standing: Standing;
  readonly editAction: string | null;
  readonly place: string;
}

/** Where it belongs, for names that there are two of. */
function placeOf({ cookie }: RecordRow, rows: readonly RecordRow[]): string {
  const isAlone = rows.filter((row) => row.cookie.name === cookie.name).length === 1;
  return isAlone ? '' : ` of ${cookie.domain}${cookie.path}`;
}

function opened({ cookie, fate }: RecordRow, { at, standing, editAction, place }: Opening): Html {
  const { name, value, domain, path } = cookie;
  const layers = decodeValue(value);
  return html`<details name="cookie" id="cookie-${at}" data-cookie="${name}">
    <summary>Open <code>${name}</code>${place}</summary>
    <p class="can">${whatYouCanDo(standing, layers)}</p>
    <dl>
      <dt>${fate.is === 'new' ? 'As it was set' : 'As it came'}</dt>
      <dd><code>${value}</code></dd>
      ${layers.map(
        ({ how, text }) =>
          html`<dt>${how}</dt>
            <dd><code>${text}</code></dd>`,
      )}
    </dl>
    ${
      editAction !== null &&
      html`<form method="post" action="${editAction}" class="edit">
        <input type="hidden" name="name" value="${name}" />
        <input type="hidden" name="domain" value="${domain}" />
        <input type="hidden" name="path" value="${path}" />
        <label
          >Value, as the browser keeps it <input name="value" value="${value}" autocomplete="off" spellcheck="false"
        /></label>
        <button name="do" value="change">Change it</button>
        <button name="do" value="delete">Delete it</button>
      </form>`
    }
  </details>`;
}

function lifetime(expiresMs: number | null): string {
  return expiresMs === null ? 'Session' : new Date(expiresMs).toISOString();
}

function tick(on: boolean): Html {
  return html`${on && '✓'}`;
}

function site(sameSite: KnownCookie['sameSite']): string {
  return sameSite === 'unset' ? '' : sameSite;
}
