// What somebody writes into their own cookies, and what can be read in a cookie without any key.

import { inflateSync } from 'node:zlib';

import type { Browser, StoredCookie } from '@cookie-lessons/check-kit';

interface Cookie {
  readonly name: string;
  readonly value: string;
}

export interface Edit {
  readonly name: string;
  readonly value: string;
  /** For the student: what was written. */
  readonly change: string;
}

/** Each number of `numbers` that stands in a cookie, in the clear or in base64 or hex, becomes each of `instead`. */
export function otherNumbers(
  cookies: readonly Cookie[],
  numbers: readonly string[],
  instead: readonly string[],
): readonly Edit[] {
  return cookies.flatMap(({ name, value }) =>
    viewsOf(value).flatMap(({ text, write }) =>
      numbers.flatMap((number) =>
        instead.flatMap((other): Edit[] => {
          const edited = text.replaceAll(new RegExp(`(?<![0-9.])${number.replace('.', '\\.')}(?![0-9])`, 'g'), other);
          return edited === text ? [] : [{ name, value: write(edited), change: `"${number}" in it became "${other}"` }];
        }),
      ),
    ),
  );
}

/** A cookie of its own without any signature: under every name that is there, and under `guess`. */
export function unsigned(cookies: readonly Cookie[], guess: string, text: string): readonly Edit[] {
  const names = new Set([...cookies.map(({ name }) => name), guess]);
  return [...names].flatMap((name) =>
    [text, `j:${text}`].map((value) => ({ name, value: encodeURIComponent(value), change: `it became "${value}", unsigned` })),
  );
}

/** `edit`, where the value that was there could be taken for something signed: only what was signed remains. */
export function withoutSignature(cookies: readonly Cookie[], edits: readonly Edit[]): readonly Edit[] {
  const signed = new Set(cookies.filter(({ value }) => decoded(value).startsWith('s:')).map(({ name }) => name));
  return edits.flatMap(({ name, value }) => {
    const text = decoded(value).slice(2);
    const end = text.lastIndexOf('.');
    if (!signed.has(name) || end < 0) return [];
    return [
      { name, value: encodeURIComponent(text.slice(0, end)), change: `it became "${text.slice(0, end)}", without the signature` },
    ];
  });
}

/** Puts cookies of one browser into another that has none. One with a Domain stays one: else it would be a second cookie. */
export function plant(device: Browser, cookies: readonly StoredCookie[]): void {
  for (const { name, value, path, domain, hostOnly } of cookies) {
    if (hostOnly) device.edit(name, value, path);
    else device.setDocumentCookie(`${name}=${value}; Domain=${domain}; Path=${path}; Secure`);
  }
}

/** The cookies of a Cookie header in a browser of its own. */
export function plantHeader(device: Browser, header: string): void {
  for (const pair of header.split('; ').filter((text) => text.includes('=')))
    device.edit(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
}

/** Does the word stand in the value, for whoever knows base64, hex and zlib? */
export function isReadableIn(value: string, word: string): boolean {
  const has = (bytes: Buffer): boolean => bytes.toString('latin1').toLowerCase().includes(word.toLowerCase());
  const text = decoded(value);
  if (has(Buffer.from(text))) return true;
  const parts = new Set([text, ...text.split(/[.|:;,~!&"*= ]+/)].filter((part) => part.length >= 8));
  return [...parts].slice(0, 50).some((part) =>
    encodings.some((encoding) => {
      const bytes = Buffer.from(part, encoding);
      return has(bytes) || has(Buffer.from(bytes.toString('latin1'), 'base64')) || has(inflated(bytes));
    }),
  );
}

interface View {
  readonly text: string;
  /** Brings an edited text back into the form that the cookie has. */
  readonly write: (text: string) => string;
}

const encodings = ['base64', 'base64url', 'hex'] as const;

/** The value as it is, and each of its parts that is readable text in base64 or hex. */
function viewsOf(value: string): readonly View[] {
  const text = decoded(value);
  const parts = new Set([text, ...text.split(/[.|:;,~!&]+/)].filter((part) => part.length >= 4));
  const inside = [...parts].flatMap((part) =>
    encodings.flatMap((encoding): View[] => {
      const read = Buffer.from(part, encoding).toString('utf8');
      if (Buffer.from(read).toString(encoding) !== part || !/^[\x20-\x7e]+$/.test(read)) return [];
      const write = (edited: string): string => encodeURIComponent(text.replace(part, Buffer.from(edited).toString(encoding)));
      return [{ text: read, write }];
    }),
  );
  return [{ text, write: encodeURIComponent }, ...inside.slice(0, 3)];
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: 65_536 });
  } catch {
    return Buffer.alloc(0);
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
