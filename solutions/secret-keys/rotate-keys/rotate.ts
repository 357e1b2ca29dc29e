// A session in a signed cookie, under a key that changes: one key signs, the retired ones are accepted for a while.

import { createHmac, timingSafeEqual } from 'node:crypto';

export interface NamedKey {
  readonly id: string;
  readonly key: string;
}

export interface KeyRing {
  readonly signing: NamedKey;
  readonly retired: readonly (NamedKey & { readonly acceptedUntilMs: number })[];
}

export interface Session {
  readonly user: string;
  readonly issuedAtMs: number;
  readonly replacement: string | null;
}

export const lifetimeMs = 7 * 24 * 60 * 60 * 1000;

/** @throws Error where the ring's signing key is empty. */
export function issue(user: string, { signing }: KeyRing, nowMs: number): string {
  if (signing.key === '') throw new Error('The signing key is empty.');
  return signed(user, nowMs, signing);
}

export function read(cookie: string, { signing, retired }: KeyRing, nowMs: number): Session | null {
  const [payload = '', signature = '', ...more] = cookie.split('.');
  if (more.length > 0) return null;
  // With so few keys, trying each is simple, and needs no id from the visitor.
  const accepted = [signing, ...retired.filter(({ acceptedUntilMs }) => nowMs < acceptedUntilMs)];
  const signer = accepted.find(({ key }) => key !== '' && isSame(signature, mac(payload, key)));
  if (signer === undefined) return null;

  const [user, issuedAtMs] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, number];
  if (nowMs > issuedAtMs + lifetimeMs) return null;
  // The time stays: a session that is made younger with every signature never ends.
  const replacement = signer === signing ? null : signed(user, issuedAtMs, signing);
  return { user, issuedAtMs, replacement };
}

function signed(user: string, issuedAtMs: number, { key }: NamedKey): string {
  const payload = Buffer.from(JSON.stringify([user, issuedAtMs])).toString('base64url');
  return `${payload}.${mac(payload, key)}`;
}

function mac(payload: string, key: string): string {
  return createHmac('sha256', key).update(payload).digest('base64url');
}

/** On the texts, not on what they decode to: a base64 text's last character has bits to spare. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
