// The second part of the cookie: when it was signed.

import { readUrlSafeBase64, writeUrlSafeBase64 } from './python-base64';

/**
 * Writes the second in which a cookie is signed: big-endian without leading zero bytes, as base64. 1700000000 is `ZVPxAA`.
 * @param nowMs Unix time in milliseconds.
 * @see itsdangerous `TimestampSigner.sign`
 */
export function writeTimestamp(nowMs: number): string {
  const eightBytes = Buffer.alloc(8);
  eightBytes.writeBigUInt64BE(BigInt(toSeconds(nowMs)));
  const start = eightBytes.findIndex((byte) => byte !== 0);
  return writeUrlSafeBase64(start === -1 ? Buffer.alloc(0) : eightBytes.subarray(start));
}

/**
 * @returns Unix time in seconds, or undefined if it is no base64 or longer than eight bytes. Beyond 2^53 it is no longer exact,
 * which no rule about ages can notice.
 * @see itsdangerous `encoding.bytes_to_int`
 */
export function readTimestamp(text: string): number | undefined {
  const bytes = readUrlSafeBase64(text);
  if (bytes === undefined || bytes.length > 8) return undefined;
  return Number(Buffer.concat([Buffer.alloc(8 - bytes.length), bytes]).readBigUInt64BE());
}

/** @param unixMs Unix time in milliseconds. @returns whole seconds, cut off as Python's `int(time.time())`. */
export function toSeconds(unixMs: number): number {
  return Math.floor(unixMs / 1000);
}
