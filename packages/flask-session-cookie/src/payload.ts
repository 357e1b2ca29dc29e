// The first part of the cookie: JSON as base64, compressed when that makes it shorter.

import { deflateSync, inflateSync } from 'node:zlib';

import { FlaskSessionError } from './flask-session-error';
import { readUrlSafeBase64, writeUrlSafeBase64 } from './python-base64';

/** 64 times what a browser keeps of a cookie. */
export const defaultMaxInflatedBytes = 256 * 1024;

/**
 * Writes JSON as a payload: base64, with a leading dot if it is zlib data.
 *
 * Node's and Python's zlib may choose other bytes for the same text; both read either.
 *
 * @see itsdangerous `URLSafeSerializerMixin.dump_payload`: compressed only when that saves two bytes or more.
 */
export function writePayload(json: string): string {
  const plain = Buffer.from(json);
  const compressed = deflateSync(plain);
  return compressed.length < plain.length - 1 ? `.${writeUrlSafeBase64(compressed)}` : writeUrlSafeBase64(plain);
}

/**
 * Reads a payload back into JSON text. The leading dot alone says whether it is compressed.
 *
 * @param limits.maxInflatedBytes  bytes of JSON at most. Attack: 4 kB of zlib data can stand for 4 MB.
 * @throws {FlaskSessionError} code 'bad-payload' when it is no base64, no zlib data, too large, or not UTF-8.
 * @see itsdangerous `URLSafeSerializerMixin.load_payload`
 */
export function readPayload(payload: string, { maxInflatedBytes = defaultMaxInflatedBytes } = {}): string {
  const compressed = isCompressed(payload);
  const bytes = readUrlSafeBase64(compressed ? payload.slice(1) : payload);
  if (bytes === undefined) throw new FlaskSessionError('bad-payload', 'The payload is not base64.');
  return toText(compressed ? inflate(bytes, maxInflatedBytes) : bytes);
}

/** True if the payload begins with the dot that stands for zlib. */
export function isCompressed(payload: string): boolean {
  return payload.startsWith('.');
}

function inflate(bytes: Buffer, maxInflatedBytes: number): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: maxInflatedBytes });
  } catch (cause) {
    throw new FlaskSessionError('bad-payload', `The payload does not inflate to at most ${maxInflatedBytes} bytes.`, { cause });
  }
}

function toText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new FlaskSessionError('bad-payload', 'The payload is not UTF-8.', { cause });
  }
}
