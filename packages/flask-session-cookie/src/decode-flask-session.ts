// What anybody can read in a session cookie, without a key. Nothing here says that it is genuine: that is verifyFlaskSession.

import { cutCookie } from './cookie-parts';
import { FlaskSessionError } from './flask-session-error';
import type { FlaskValue } from './flask-value';
import { isCompressed, readPayload } from './payload';
import { readTaggedJson } from './read-tagged-json';
import { readTimestamp } from './timestamp';

/** The content of a cookie that nobody vouches for. */
export interface DecodedFlaskSession {
  /** The payload with its tags understood; a dict unless somebody with the key made something odd. */
  readonly payload: FlaskValue;
  /** The payload's JSON as it was written. */
  readonly json: string;
  /** Unix time in seconds at which it claims to be signed. */
  readonly timestampSeconds: number;
  /** The same as a Date; an invalid Date beyond the year 275760. */
  readonly signedAt: Date;
  /** True if the payload was zlib data. */
  readonly compressed: boolean;
  /** Base64 of 20 bytes, unverified. */
  readonly signature: string;
}

export interface DecodeOptions {
  /** Bytes of JSON at most, against zlib bombs; 262144 unless told. */
  readonly maxInflatedBytes?: number;
}

/**
 * Opens a session cookie without a key: a signed cookie is not an encrypted one.
 *
 * Attack: treating the result as true. Anybody can write such a cookie; only its signature tells.
 *
 * @param value the cookie's value, without its name.
 * @throws {FlaskSessionError} code 'not-a-session-cookie' when it has not three parts or no time; 'bad-payload' when the first
 * part is no base64, zlib data, JSON, or larger than allowed.
 */
export function decodeFlaskSession(value: string, options: DecodeOptions = {}): DecodedFlaskSession {
  const cut = cutCookie(value);
  const timestampSeconds = cut.complete ? readTimestamp(cut.parts.timestamp) : undefined;
  if (!cut.complete || timestampSeconds === undefined)
    throw new FlaskSessionError('not-a-session-cookie', 'A Flask session cookie looks like payload.timestamp.signature.');
  const { payload, signature } = cut.parts;
  const json = readPayload(payload, options);
  return {
    payload: readTaggedJson(json),
    json,
    timestampSeconds,
    signedAt: new Date(timestampSeconds * 1000),
    compressed: isCompressed(payload),
    signature,
  };
}
