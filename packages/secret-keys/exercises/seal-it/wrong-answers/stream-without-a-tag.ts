// Caught by: altered, drawn-vouchers
// Misconception: no-tag
// CTR needs no padding, so nothing can go wrong with that.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const keyFor = (name: string, key: string): Buffer => Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', name, 32));

export function seal(name: string, value: string, key: string, untilMs: number): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-ctr', keyFor(name, key), iv);
  return Buffer.concat([iv, cipher.update(`${value}|${untilMs}`, 'utf8'), cipher.final()]).toString('base64url');
}

export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-ctr', keyFor(name, key), bytes.subarray(0, 16));
    const text = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
    const bar = text.lastIndexOf('|');
    return nowMs < Number(text.slice(bar + 1)) ? text.slice(0, bar) : null;
  } catch {
    return null;
  }
}
