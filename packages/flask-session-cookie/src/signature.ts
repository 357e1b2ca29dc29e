// The last part of the cookie: HMAC-SHA1 under a key derived from the secret key.

import { createHmac, timingSafeEqual } from 'node:crypto';

import { readUrlSafeBase64, writeUrlSafeBase64 } from './python-base64';
import type { SecretKey } from './secret-key';

/** Flask's salt for sessions: no secret, it keeps signatures for one purpose from being accepted for another. */
export const sessionSalt = 'cookie-session';

/** What a signature is made with. */
export interface SigningKey {
  readonly secretKey: SecretKey;
  readonly salt: string;
}

/** @param text `payload.timestamp`, with the payload's leading dot. @returns 27 characters of base64. */
export function sign(text: string, key: SigningKey): string {
  return writeUrlSafeBase64(mac(text, key));
}

/**
 * True if the signature was made over exactly this text with this key.
 *
 * Attack: comparing character by character tells by its duration how many were right. Defence: the decoded bytes are compared
 * in constant time.
 */
export function signatureMatches(text: string, signature: string, key: SigningKey): boolean {
  const claimed = readUrlSafeBase64(signature);
  const expected = mac(text, key);
  return claimed !== undefined && claimed.length === expected.length && timingSafeEqual(claimed, expected);
}

/**
 * SHA-1 is what Flask uses; inside HMAC its collisions don't help a forger.
 * @see Flask `SecureCookieSessionInterface`: key_derivation "hmac", digest_method sha1
 */
function mac(text: string, { secretKey, salt }: SigningKey): Buffer {
  const derivedKey = createHmac('sha1', secretKey).update(salt).digest();
  return createHmac('sha1', derivedKey).update(text).digest();
}
