// Everything that a player's browser got, and every usual way to read it: percent-encoding, base64, hexadecimal, inflate, backwards.

import { gunzipSync, inflateSync } from 'node:zlib';

import { type Browser, plainText } from '@cookie-lessons/check-kit';

/** Where it stood (`the cookie "game"`) to what stood there. */
export type Seen = ReadonlyMap<string, string>;

/** A way to read one place: text or bytes, and how it came about. */
export interface View {
  /** The same in every game that writes the same layout. */
  readonly way: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Begins a game, and looks at cookies, headers and pages. */
export async function seenAtTheBeginning(player: Browser, begin: () => Promise<void>): Promise<Seen> {
  await begin();
  const page = await player.get('/');
  const seen = new Map<string, string>();
  const cookies = player.cookies();
  seen.set('the names of the cookies', cookies.map(({ name }) => name).join(' '));
  // A name that is drawn for every game is one place all the same.
  for (const { name, value } of cookies) seen.set(`the cookie "${name.replace(/[0-9a-f-]{8,}/gi, '…')}"`, value);
  for (const [name, values] of page.headers)
    if (!usual.has(name)) seen.set(`the header ${name}`, values.join('\n').slice(0, maxCharacters));
  seen.set('the page', page.text.slice(0, maxCharacters));
  seen.set('the text of the page', plainText(page.text).slice(0, maxCharacters));
  return seen;
}

const usual = new Set(['set-cookie', 'date', 'connection', 'keep-alive', 'content-type', 'transfer-encoding', 'vary', 'x-powered-by']); // prettier-ignore
const maxCharacters = 4_096;
const maxViews = 60;
const maxDepth = 4;
const limit = { maxOutputLength: 65_536 };

export function viewsOf(text: string): View[] {
  const views: View[] = [];
  const add = (way: string, bytes: Buffer, depth: number): void => {
    if (views.length >= maxViews || depth > maxDepth || bytes.length === 0) return;
    const seen = bytes.toString('latin1');
    if (views.some((view) => view.text === seen)) return;
    views.push({ way, bytes, text: seen });
    for (const [how, other] of readings(seen, bytes)) add(way === '' ? how : `${way}, ${how}`, other, depth + 1);
  };
  add('', Buffer.from(text), 0);
  add('backwards', Buffer.from([...text].reverse().join('')), 1);
  return views;
}

function readings(text: string, bytes: Buffer): [string, Buffer][] {
  const found: [string, Buffer][] = [];
  const put = (how: string, read: () => Buffer): void => {
    try {
      found.push([how, read()]);
    } catch {
      // Not in this notation.
    }
  };
  if (text.includes('%')) put('percent-decoded', () => Buffer.from(decodeURIComponent(text)));
  // Bytes that are no text have no parts; they may be packed.
  if (!/^[\t\n\r\x20-\x7e]*$/.test(text)) {
    const [first = 0, second = 0] = bytes;
    if ((first & 15) === 8 && (first * 256 + second) % 31 === 0) put('inflated', () => inflateSync(bytes, limit));
    else if (first === 0x1f && second === 0x8b) put('gunzipped', () => gunzipSync(bytes, limit));
    return found;
  }
  if (/^(?:[0-9a-f]{2})+$/i.test(text)) put('from hexadecimal', () => Buffer.from(text, 'hex'));
  if (/^[A-Za-z0-9+/_-]{2,}={0,2}$/.test(text)) put('from base64', () => Buffer.from(text, 'base64'));
  const parts = text.match(/[A-Za-z0-9+/_=-]+/g) ?? [];
  if (parts.length > 1 && text.length <= 1_000)
    for (const [index, part] of parts.slice(0, 12).entries()) put(`part ${index + 1}`, () => Buffer.from(part));
  return found;
}
