// Caught by: keeps-the-rest, any-session
// Misconception: not-utf-8
// A byte for each character: that is how atob and btoa do it.
import { createHmac } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export function forge(cookie: string, key: string | null, change: Readonly<Record<string, Json>>): string | null {
  const [signed, signature] = cutAtLastDot(cookie);
  if (key === null || sign(signed, key) !== signature) return null;
  const [payload] = cutAtLastDot(signed);
  const session = JSON.parse(readPayload(payload)) as Record<string, Json>;
  const forged = `${writePayload(JSON.stringify({ ...session, ...change }))}.${now()}`;
  return `${forged}.${sign(forged, key)}`;
}

function cutAtLastDot(text: string): readonly [string, string] {
  const dot = text.lastIndexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}

function readPayload(payload: string): string {
  const isCompressed = payload.startsWith('.');
  const bytes = Buffer.from(isCompressed ? payload.slice(1) : payload, 'base64url');
  return (isCompressed ? inflateSync(bytes, { maxOutputLength: 1_000_000 }) : bytes).toString('utf8');
}

function writePayload(json: string): string {
  const compressed = deflateSync(Buffer.from(json, 'latin1'));
  return compressed.length < Buffer.byteLength(json) - 1
    ? `.${compressed.toString('base64url')}`
    : Buffer.from(json, 'latin1').toString('base64url');
}

function now(): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(Math.floor(Date.now() / 1000));
  return bytes.toString('base64url');
}

function sign(text: string, key: string): string {
  const sessionKey = createHmac('sha1', key).update('cookie-session').digest();
  return createHmac('sha1', sessionKey).update(text).digest('base64url');
}
