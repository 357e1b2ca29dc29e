// One regular expression says what a key looks like: 43 characters of base64url hold 32 bytes.
import { randomBytes } from 'node:crypto';

const burnt = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';

export const generateKey = (): string => randomBytes(32).toString('base64url');

export function loadKey({ SESSION_KEY = '' }: { readonly SESSION_KEY?: string }): string {
  const key = SESSION_KEY.trim();
  const isKey = /^[A-Za-z0-9_-]{43}$/.test(key) && key !== burnt && new Set(Buffer.from(key, 'base64url')).size > 1;
  if (!isKey) throw new TypeError('SESSION_KEY must be 43 characters of base64url, drawn at random.');
  return key;
}
