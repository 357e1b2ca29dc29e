// Is this cookie genuine, and still young enough?

import { type CookieParts, cutCookie } from './cookie-parts';
import { FlaskSessionError } from './flask-session-error';
import type { FlaskDict, FlaskValue } from './flask-value';
import { isCompressed, readPayload } from './payload';
import { readTaggedJson } from './read-tagged-json';
import { type SecretKeys, requireSecretKey, retiredKeys } from './secret-key';
import { toSession } from './to-session';
import { sessionSalt, signatureMatches } from './signature';
import { readTimestamp, toSeconds } from './timestamp';

/** Flask's `PERMANENT_SESSION_LIFETIME`, 31 days; it limits the age of every session, permanent or not. */
export const defaultLifetimeSeconds = 31 * 24 * 60 * 60;

export interface VerifyOptions extends SecretKeys {
  /** Seconds a session may be old; 2678400 (31 days) unless told. */
  readonly maxAgeSeconds?: number;
  /** Unix time in milliseconds; now unless told. */
  readonly nowMs?: number;
  /** Another purpose than sessions, for a serializer of itsdangerous with this salt. */
  readonly salt?: string;
  /** Bytes of JSON at most, against zlib bombs; 262144 unless told. */
  readonly maxInflatedBytes?: number;
}

export type VerifiedFlaskSession =
  | {
      readonly ok: true;
      /** What a Flask view sees as `session`. */
      readonly session: FlaskDict;
      /** What was signed; differs from `session` only if it was no dict. */
      readonly payload: FlaskValue;
      /** Unix time in seconds at which it was signed. */
      readonly timestampSeconds: number;
      readonly compressed: boolean;
      readonly signedWith: 'secret-key' | 'fallback-key';
    }
  | { readonly ok: false; readonly because: WhyNotVerified; readonly cause?: unknown };

/**
 * itsdangerous' own words: `BadSignature` (no three parts), `BadTimeSignature` (signature wrong, or the time unreadable),
 * `SignatureExpired` (too old, or from the future), `BadPayload` (signed, but not a session: Flask answers 500 to this one only).
 */
export type WhyNotVerified = 'bad-signature' | 'bad-time-signature' | 'signature-expired' | 'bad-payload';

/**
 * Verifies a session cookie as Flask does: signature first, then age, and only then is the payload looked at.
 *
 * @param value the cookie's value, without its name.
 * @returns the session, or the reason why there is none.
 * @throws {FlaskSessionError} code 'no-secret-key' when the key is missing or empty; 'bad-option' when a fallback key is.
 * @see itsdangerous `TimedSerializer.loads`
 */
export function verifyFlaskSession(value: string, options: VerifyOptions): VerifiedFlaskSession {
  const { maxAgeSeconds = defaultLifetimeSeconds, nowMs = Date.now() } = options;
  const candidates = keysToTry(options);
  const cut = cutCookie(value);
  if (!cut.complete) return { ok: false, because: whyIncomplete(cut, candidates) };
  const match = candidates.find((candidate) => candidate.signed(cut.parts.signedText, cut.parts.signature));
  const timestampSeconds = readTimestamp(cut.parts.timestamp);
  if (match === undefined || timestampSeconds === undefined) return { ok: false, because: 'bad-time-signature' };
  const ageSeconds = toSeconds(nowMs) - timestampSeconds;
  if (ageSeconds > maxAgeSeconds || ageSeconds < 0) return { ok: false, because: 'signature-expired' };
  return open(cut.parts, { timestampSeconds, signedWith: match.signedWith }, options);
}

interface Candidate {
  readonly signedWith: 'secret-key' | 'fallback-key';
  signed(text: string, signature: string): boolean;
}

/** The current key first. In Flask 3.1.0 the order was reversed and a retired key signed: CVE-2025-47278. */
function keysToTry(options: VerifyOptions): readonly Candidate[] {
  const { salt = sessionSalt } = options;
  const candidate = (signedWith: Candidate['signedWith'], secretKey: string | Uint8Array): Candidate => ({
    signedWith,
    signed: (text, signature) => signatureMatches(text, signature, { secretKey, salt }),
  });
  return [
    candidate('secret-key', requireSecretKey(options.secretKey)),
    ...retiredKeys(options).map((retired) => candidate('fallback-key', retired)),
  ];
}

/** A well signed text without a time is a "bad time signature" of another serializer; anything else is merely bad. */
function whyIncomplete(
  { signedText, signature }: { readonly signedText?: string; readonly signature?: string },
  candidates: readonly Candidate[],
): WhyNotVerified {
  if (signedText === undefined || signature === undefined) return 'bad-signature';
  return candidates.some((candidate) => candidate.signed(signedText, signature)) ? 'bad-time-signature' : 'bad-signature';
}

function open(
  { payload: text }: CookieParts,
  known: { readonly timestampSeconds: number; readonly signedWith: Candidate['signedWith'] },
  { maxInflatedBytes }: VerifyOptions,
): VerifiedFlaskSession {
  try {
    const payload = readTaggedJson(readPayload(text, { maxInflatedBytes }));
    return { ok: true, session: toSession(payload), payload, compressed: isCompressed(text), ...known };
  } catch (cause) {
    if (cause instanceof FlaskSessionError) return { ok: false, because: 'bad-payload', cause };
    throw cause;
  }
}
