// A cookie's value, opened layer by layer without any key: what everybody who holds it can read.

import { decodeFlaskSession, FlaskSessionError } from 'flask-session-cookie';

export interface Layer {
  /** e.g. `percent-encoding` */
  readonly how: string;
  readonly text: string;
}

/** What the lab that set it knows of a cookie: only who has the key can say whether a signature is good. */
export type Standing = 'signed' | 'forged' | 'id' | 'unknown';

/** @returns one entry a layer, outermost first; none where the value is what it says. */
export function decodeValue(value: string): readonly Layer[] {
  const flask = flaskLayers(value);
  if (flask !== null) return flask;
  const layers: Layer[] = [];
  let text = value;
  const percent = withoutPercent(text);
  if (percent !== text) layers.push({ how: 'percent-encoding', text: (text = percent) });
  const [, signed] = /^s:(.*)\.[A-Za-z0-9+/]{43}$/s.exec(text) ?? [];
  if (signed !== undefined) layers.push({ how: 's: and a signature (cookie-parser)', text: (text = signed) });
  if (text.startsWith('j:')) layers.push({ how: 'j: and JSON (Express)', text: text.slice(2) });
  const plain = fromBase64(text);
  if (plain !== null) layers.push({ how: 'base64', text: plain });
  return layers;
}

/** What a person at the browser can do with it. The one word about trust of the whole inspector: it claims no more than is known. */
export function whatYouCanDo(standing: Standing, layers: readonly Layer[]): string {
  switch (standing) {
    case 'signed':
      return 'You can read this; you cannot change it unnoticed.';
    case 'forged':
      return 'You can read this, and you have changed it: its signature is no longer good, and the server will notice.';
    case 'id':
      return 'There is nothing to read: it is an id that was drawn at random. You can change it, and the server will not know the new one.';
    case 'unknown':
      return layers.some(({ how }) => how.includes('signature'))
        ? 'You can read this. Whether a change would be noticed, only the server with the key knows.'
        : 'You can read this, and change it.';
  }
}

function flaskLayers(value: string): readonly Layer[] | null {
  try {
    const { json, compressed, signedAt } = decodeFlaskSession(value);
    const when = Number.isNaN(signedAt.getTime()) ? 'a time beyond all calendars' : signedAt.toISOString();
    return [
      { how: compressed ? 'payload: base64url, inflated' : 'payload: base64url', text: json },
      { how: 'time of the signature', text: when },
    ];
  } catch (error) {
    if (error instanceof FlaskSessionError) return null;
    throw error;
  }
}

function withoutPercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Only what reads as text, and what is written back the same: a word of letters is no base64. */
function fromBase64(text: string): string | null {
  if (text.length < 4 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  const decoded = bytes.toString('utf8');
  const isText = /^[\t\n\r\u0020-\u007e\u00a0-\ufffc]+$/.test(decoded) && Buffer.from(decoded, 'utf8').equals(bytes);
  const again = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  return isText && bytes.toString('base64').replace(/=+$/, '') === again ? decoded : null;
}
