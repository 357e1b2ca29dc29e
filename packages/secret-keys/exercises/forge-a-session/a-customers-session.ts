// Sessions of drawn customers, signed with a word of the course's list, and what a forger would like to change in them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import type { CheckContext } from '@cookie-lessons/check-kit';
import { decodeFlaskSession, encodeFlaskSession } from 'flask-session-cookie';

type Draw = CheckContext['draw'];
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export interface Issued {
  readonly cookie: string;
  readonly key: string;
  /** Somebody else's name, and one that the session didn't have. */
  readonly change: Readonly<Record<string, Json>>;
}

export interface Wanted {
  readonly compressed?: boolean;
  /** What else is in it: text beyond ASCII, or what Flask writes in its own way, and values of other kinds. */
  readonly with?: 'umlauts' | 'a date and numbers';
  /** Unix milliseconds. */
  readonly issuedMs: number;
}

const ourWords = readFileSync(join(__dirname, '..', 'crack-a-key', 'starter', 'words.txt'), 'utf8')
  .trimEnd()
  .split('\n');

/** Flask compresses whatever gets shorter by it. Drawn until that is as wanted, and will be after the change. */
export function issue(draw: Draw, label: string, wanted: Wanted): Issued {
  const { compressed: isWanted = false } = wanted;
  for (let turn = 0; turn < 60; turn++) {
    const issued = issueOne(draw, `${label} ${turn}`, wanted);
    const before = jsonOf(issued.cookie);
    if (isCompressible(before) === isWanted && isCompressible({ ...before, ...issued.change }) === isWanted) return issued;
  }
  throw new Error('No session came out as it was wanted.');
}

/** What the cookie's JSON says, tags and all; null where it is no JSON object. */
export function readJson(cookie: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(decodeFlaskSession(cookie).json);
    return typeof json === 'object' ? (json as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

export const jsonOf = (cookie: string): Record<string, unknown> => readJson(cookie) ?? {};

/** By far, or not at all: how exactly the JSON is written must make no difference. Null where it is a near thing. */
function isCompressible(session: object): boolean | null {
  const json = JSON.stringify(session);
  const saved = Buffer.byteLength(json) - deflateSync(json).length;
  return saved > 20 ? true : saved < -2 ? false : null;
}

function issueOne(draw: Draw, label: string, { compressed = false, with: more, issuedMs }: Wanted): Issued {
  const word = (of: string, length?: number): string => draw.word(`${label} ${of}`, length);
  const key = draw.pick(`${label} key`, ourWords);
  const [user, nameOfUser] = [draw.name(`${label} user`), word('name', 4)];
  const article = word('article');
  const session = {
    [nameOfUser]: user,
    ...(compressed ? { seen: Array.from({ length: 30 }, () => article) } : {}),
    ...(more === 'umlauts'
      ? { [word('text', 5)]: `${word('before', 3)} ${draw.pick(`${label} letter`, ['é', 'ß', '木'])}` }
      : {}),
    ...(more === 'a date and numbers' ? { at: new Date(draw.integer(`${label} at`, 15e8, 16e8) * 1000), n: 7 } : {}),
  };
  const change = {
    [nameOfUser]: `${draw.name(`${label} other`)}${word('suffix', 2)}`,
    [word('role', 5)]: draw.pick(`${label} value`, ['admin', ['staff'], { level: 9 }, true]),
    ...(more === 'a date and numbers' ? { n: draw.integer(`${label} n`, 10, 99) } : {}),
  };
  return { cookie: encodeFlaskSession(session, { secretKey: key, nowMs: issuedMs }), key, change };
}
