// Cookies as a Flask server makes them, of every kind that Flask knows, and of some that only a stranger would send.

import { createHmac } from 'node:crypto';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { decodeFlaskSession, encodeFlaskSession, type FlaskDict } from 'flask-session-cookie';

/** A cookie's value, and what is in it. */
export interface Session {
  readonly cookie: string;
  /** The payload as JSON says it, tags and all. */
  readonly raw: unknown;
  /** Unix time in seconds. */
  readonly seconds: number;
  readonly compressed: boolean;
}

export interface Server {
  readonly key: string;
  /** Unix time in seconds. */
  readonly seconds: number;
}

/** What Flask writes for these values. */
export function sessionOf(values: Readonly<FlaskDict>, { key, seconds }: Server): Session {
  const cookie = encodeFlaskSession(values, { secretKey: key, nowMs: seconds * 1000 });
  const { json, compressed } = decodeFlaskSession(cookie);
  return { cookie, raw: JSON.parse(json), seconds, compressed };
}

const packers = {
  no: (json: Buffer) => json,
  zlib: (json: Buffer) => deflateSync(json),
  'zlib, best': (json: Buffer) => deflateSync(json, { level: 9 }),
  gzip: (json: Buffer) => gzipSync(json),
  'raw deflate': (json: Buffer) => deflateRawSync(json),
};

/** A payload that is given as text, packed as told, and signed like any other; a leading dot where it is packed. */
export function cookieOf(json: string, packed: keyof typeof packers, server: Server): string {
  const payload = packers[packed](Buffer.from(json)).toString('base64url');
  return signed(`${packed === 'no' ? '' : '.'}${payload}`, server);
}

/** JSON with umlauts as they are, as Flask writes it with `app.json.ensure_ascii = False`. */
export function unescapedSessionOf(values: Readonly<Record<string, unknown>>, server: Server): Session {
  const cookie = cookieOf(JSON.stringify(values), 'no', server);
  return { cookie, raw: values, seconds: server.seconds, compressed: false };
}

/** Puts time and signature behind a payload. */
export function signed(payload: string, { key, seconds }: Server): string {
  const hmac = (secret: string | Buffer, text: string): Buffer => createHmac('sha1', secret).update(text).digest();
  const text = `${payload}.${timeOf(seconds)}`;
  return `${text}.${hmac(hmac(key, 'cookie-session'), text).toString('base64url')}`;
}

function timeOf(seconds: number): string {
  const eight = Buffer.alloc(8);
  eight.writeBigUInt64BE(BigInt(seconds));
  return eight.subarray(eight.findIndex((byte) => byte !== 0)).toString('base64url');
}

/** A session cookie of fewer than 4,096 characters that stands for `bytes` of JSON and more. */
export function bombOf(bytes: number, letter: string, server: Server): string {
  const json = letter === ' ' ? `{"a":1${' '.repeat(bytes)}}` : `{"a":"${letter.repeat(bytes)}"}`;
  return cookieOf(json, 'zlib, best', server);
}
