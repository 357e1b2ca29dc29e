// A session lies in a signed cookie, and the key that signs it is changed now and then. Nobody shall notice.
// How that is done: packages/secret-keys/lesson-text/rotation.md

export interface NamedKey {
  /** No secret: it may stand in the cookie, if you have a use for it. Two keys of a ring never share one. */
  readonly id: string;
  readonly key: string;
}

export interface KeyRing {
  /** The one that signs. */
  readonly signing: NamedKey;
  /** They sign nothing any more, and are accepted for a while. */
  readonly retired: readonly (NamedKey & { readonly acceptedUntilMs: number })[];
}

export interface Session {
  readonly user: string;
  readonly issuedAtMs: number;
  /** The same session signed anew, to be sent instead; null where that isn't needed. */
  readonly replacement: string | null;
}

export const lifetimeMs = 7 * 24 * 60 * 60 * 1000;

/** @returns the value of a session cookie. @throws Error where the ring's signing key is empty. */
export function issue(user: string, ring: KeyRing, nowMs: number): string {
  // TODO: sign who it is and since when. With which key?
  void [user, ring, nowMs];
  return '';
}

/** @returns the session in the cookie; null where there is none to be believed. */
export function read(cookie: string, ring: KeyRing, nowMs: number): Session | null {
  // TODO: which keys may have signed it? And if it was a retired one: what shall be sent instead?
  void [cookie, ring, nowMs];
  return null;
}
