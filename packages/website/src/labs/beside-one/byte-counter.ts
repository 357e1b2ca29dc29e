// How near each cookie is to the 4,096 bytes that a browser keeps at most, name and value together.

import { html, type Html } from '../../html';
import { readSetCookie } from '../../inspector/read-set-cookie';
import { maxPairBytes } from '../../inspector/why-refused';
import type { Visit } from '../bench/visits';

export function byteCounter({ record, exchanges }: Pick<Visit<unknown>, 'record' | 'exchanges'>): Html {
  const kept = record.rows().filter(({ fate }) => fate.is !== 'gone').map(({ cookie }) => cookie); // prettier-ignore
  const refused = (exchanges[0]?.setLines ?? []).filter((line) => line.refused !== null).map(({ line }) => readSetCookie(line));
  const sizes = [...kept, ...refused].map(({ name, value }) => ({
    name,
    bytes: Buffer.byteLength(name) + Buffer.byteLength(value),
  }));
  const session = sizes.findLast(({ name }) => name === 'session');
  const plain = sizes.filter(({ name }) => name !== 'session');
  const largest = plain.reduce((most, { bytes }) => Math.max(most, bytes), 0);
  const total = plain.reduce((sum, { bytes }) => sum + bytes, 0);
  if (sizes.length === 0) return html`<p class="order">No byte is kept yet.</p>`;
  return html`<dl class="bytes">
    ${plain.length > 0 && meter(`${plain.length} plain ${plain.length === 1 ? 'cookie' : 'cookies'}, the largest`, largest)}
    ${
      plain.length > 1 &&
      html`<dt>all of them, with every request</dt>
        <dd data-total>${thousands(total)} bytes</dd>`
    }
    ${session && meter('session', session.bytes)}
    ${session && session.bytes > maxPairBytes && html`<dt class="bad">The browser has dropped this session whole, without a word to the server.</dt>`}
  </dl>`;
}

function meter(label: string, bytes: number): Html {
  return html`<dt>${label}</dt>
    <dd data-bytes="${bytes}">
      <meter min="0" max="${maxPairBytes}" high="${maxPairBytes - 400}" value="${bytes}" aria-label="${label}"></meter>
      ${thousands(bytes)} of ${thousands(maxPairBytes)} bytes
    </dd>`;
}

function thousands(count: number): string {
  return count.toLocaleString('en');
}
