// Payload, time, signature; a key is derived for this use; the first key that fits wins.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

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

function mac(key: string, text: string): Buffer {
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'session 1', 32));
  return createHmac('sha256', derived).update(text).digest();
}

function write(user: string, seconds: number, key: string): string {
  const text = `${encodeURIComponent(user).replaceAll('.', '%2E')}.${seconds.toString(36)}`;
  return `${text}.${mac(key, text).toString('base64url')}`;
}

export function issue(user: string, ring: KeyRing, nowMs: number): string {
  if (!ring.signing.key) throw new Error('There is no key to sign with.');
  return write(user, nowMs / 1000, ring.signing.key);
}

export function read(cookie: string, ring: KeyRing, nowMs: number): Session | null {
  const end = cookie.lastIndexOf('.');
  const [text, given] = [cookie.slice(0, Math.max(end, 0)), Buffer.from(cookie.slice(end + 1), 'base64url')];
  if (given.length !== 32) return null;
  const fits = (key: string): boolean => key !== '' && timingSafeEqual(given, mac(key, text));
  const isNew = fits(ring.signing.key);
  if (!isNew && !ring.retired.some(({ key, acceptedUntilMs }) => nowMs <= acceptedUntilMs && fits(key))) return null;
  const [name = '', time = ''] = text.split('.');
  const [user, seconds] = [decodeURIComponent(name), parseInt(time, 36)];
  if (nowMs >= seconds * 1000 + lifetimeMs) return null;
  return { user, issuedAtMs: seconds * 1000, replacement: isNew ? null : write(user, seconds, ring.signing.key) };
}
