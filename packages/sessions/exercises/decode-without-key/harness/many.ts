// Calls the student's decoder for many cookies in one go. What it throws, and promises, arrive as data.

import { inflateSync } from 'node:zlib';

import { decode } from '../starter/decode';

import { shortenTexts } from './shorten-texts';

/** What came of one call: `returned`, or the name and code of what was thrown. */
export interface Decoded {
  readonly returned?: unknown;
  readonly threw?: string;
}

export async function decodeMany(cookies: readonly string[]): Promise<Decoded[]> {
  if (typeof decode !== 'function') throw new Error('decode.ts exports no function called "decode".');
  const decoded: Decoded[] = [];
  for (const cookie of cookies) decoded.push(await decodeOne(cookie));
  return decoded;
}

/** For the clock outside: the same work a few times. @returns how often something other than null came back. */
export async function decodeAgain(cookie: string, times: number): Promise<number> {
  let others = 0;
  for (let round = 0; round < times; round++) if ((await decodeOne(cookie)).returned !== null) others++;
  return others;
}

/** The yardstick for the clock outside: what it costs, in this process, to inflate everything. @returns bytes. */
export function inflateAgain(zlibData: string, times: number): number {
  let bytes = 0;
  for (let round = 0; round < times; round++) bytes += inflateSync(Buffer.from(zlibData, 'base64url')).length;
  return bytes;
}

async function decodeOne(cookie: string): Promise<Decoded> {
  try {
    const returned: unknown = decode(cookie);
    return { returned: shortenTexts(await returned) };
  } catch (error) {
    const { name, code } = (error ?? {}) as { name?: string; code?: string };
    return { threw: `${name ?? 'an error'} ${code ?? ''}`.trim().slice(0, 80) };
  }
}
