// The cookies that a key is looked for in: real ones, issued here and signed with a word.

import { createHmac } from 'node:crypto';

import type { CheckContext } from '@cookie-lessons/check-kit';
import { encodeFlaskSession } from 'flask-session-cookie';

type Draw = CheckContext['draw'];

export type Kind = 'flask' | 'compressed' | 'signed' | 'dotted';

export const kinds: Readonly<Record<Kind, string>> = {
  flask: 'a Flask session',
  compressed: 'a compressed Flask session',
  signed: 'a signed cookie',
  dotted: 'a signed cookie whose value holds dots',
};

/** The value of a cookie as it stands in Set-Cookie. */
export function issue(draw: Draw, label: string, kind: Kind, key: string): string {
  // A signature in which the alphabets of base64 and base64url differ: about every second one, so 40 are enough.
  for (let turn = 0; turn < 40; turn++) {
    const { cookie, signature } = issueOne(draw, `${label} ${turn}`, kind, key);
    if (/[-_+/]/.test(signature)) return cookie;
  }
  return issueOne(draw, `${label} 0`, kind, key).cookie;
}

function issueOne(draw: Draw, label: string, kind: Kind, key: string): { cookie: string; signature: string } {
  const user = draw.name(`${label} user`);
  const isCompressed = kind === 'compressed';
  if (kind === 'flask' || isCompressed) {
    const nowMs = draw.integer(`${label} time`, 1_700_000_000, 1_790_000_000) * 1000;
    const cart = Array.from({ length: isCompressed ? 12 : 1 }, () => draw.word(`${label} article`));
    const cookie = encodeFlaskSession({ user, cart }, { secretKey: key, nowMs });
    return { cookie, signature: cookie.slice(cookie.lastIndexOf('.') + 1) };
  }
  const value = kind === 'dotted' ? `${user}.${draw.word(`${label} dotted`)}.é` : `${user} ${draw.word(`${label} value`)}`;
  const signature = signatureOf(value, key).replace(/=+$/, '');
  return { cookie: asCookie(value, signature), signature };
}

/** cookie-parser's and express-session's, with the `=` that they take off. */
export function signatureOf(value: string, key: string): string {
  return createHmac('sha256', key).update(value).digest('base64');
}

export function asCookie(value: string, signature: string): string {
  return encodeURIComponent(`s:${value}.${signature}`);
}
