// From a session to the value of its cookie.

import type { FlaskDict } from './flask-value';
import { writePayload } from './payload';
import { type SecretKey, requireSecretKey } from './secret-key';
import { sessionSalt, sign } from './signature';
import { writeTimestamp } from './timestamp';
import { writeTaggedJson } from './write-tagged-json';

export interface EncodeOptions {
  /** Flask's `SECRET_KEY`. */
  readonly secretKey: SecretKey | undefined;
  /** Unix time in milliseconds; now unless told. */
  readonly nowMs?: number;
  /** Another purpose than sessions, for a serializer of itsdangerous with this salt. */
  readonly salt?: string;
}

/**
 * The cookie value that Flask writes for this session, this key and this second, byte for byte; if it is compressed, byte for
 * byte after inflation.
 *
 * Signed is not encrypted: whoever holds the cookie can read it.
 *
 * @throws {FlaskSessionError} code 'no-secret-key' when the key is missing or empty; 'not-storable' when the session holds
 * what Flask could not read back.
 */
export function encodeFlaskSession(session: Readonly<FlaskDict>, options: EncodeOptions): string {
  const { nowMs = Date.now(), salt = sessionSalt } = options;
  const secretKey = requireSecretKey(options.secretKey);
  const signedText = `${writePayload(writeTaggedJson(session))}.${writeTimestamp(nowMs)}`;
  return `${signedText}.${sign(signedText, { secretKey, salt })}`;
}
