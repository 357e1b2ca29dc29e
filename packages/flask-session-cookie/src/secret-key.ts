// Which key signs and which ones may verify.

import { types } from 'node:util';

import { FlaskSessionError } from './flask-session-error';

/** Text is used as its UTF-8 bytes, not decoded: 64 hex digits are 64 bytes. */
export type SecretKey = string | Uint8Array;

/** The keys of one application. */
export interface SecretKeys {
  /** Signs, and verifies first. Flask's `SECRET_KEY`. Missing or empty means: no sessions. */
  readonly secretKey: SecretKey | undefined;
  /** Retired keys that still verify and never sign; tried from the last to the first. Flask's `SECRET_KEY_FALLBACKS`. */
  readonly fallbackKeys?: readonly SecretKey[] | undefined;
}

const howToMakeOne = `node -p "require('node:crypto').randomBytes(32).toString('hex')"`;

/**
 * The key that signs.
 *
 * Attack: HMAC accepts an empty key, and everybody knows it.
 *
 * @throws {FlaskSessionError} code 'no-secret-key' when it is missing or empty.
 */
export function requireSecretKey(secretKey: SecretKey | undefined): SecretKey {
  if (isSecretKey(secretKey)) return secretKey;
  throw new FlaskSessionError(
    'no-secret-key',
    'The session is unavailable because no secret key was set. Set secretKey to something unique and secret, ' +
      `for example process.env.SECRET_KEY with the output of: ${howToMakeOne}`,
  );
}

/**
 * Retired keys in the order in which they are tried: Flask's list goes from the oldest to the newest.
 * @throws {FlaskSessionError} code 'bad-option' when one is empty; deliberately stricter than Flask, which would then accept
 * sessions signed with the empty key.
 */
export function retiredKeys({ fallbackKeys = [] }: SecretKeys): readonly SecretKey[] {
  for (const key of fallbackKeys)
    if (!isSecretKey(key)) throw new FlaskSessionError('bad-option', 'fallbackKeys holds a key that is missing or empty.');
  return fallbackKeys.toReversed();
}

/** True for text or bytes that are not empty. */
export function isSecretKey(key: unknown): key is SecretKey {
  return (typeof key === 'string' || types.isUint8Array(key)) && key.length > 0;
}
