// Caught by: hides, never-the-same, altered, drawn-vouchers
// Misconception: equal-blocks
// ECB needs no iv, which is one thing less to send along.
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

const keyFor = (name: string, key: string): Buffer => Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', name, 32));

export function seal(name: string, value: string, key: string, untilMs: number): string {
  const cipher = createCipheriv('aes-256-ecb', keyFor(name, key), null);
  return Buffer.concat([cipher.update(`${value}|${untilMs}`, 'utf8'), cipher.final()]).toString('base64url');
}

export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-ecb', keyFor(name, key), null);
    const text = Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8');
    const bar = text.lastIndexOf('|');
    return nowMs < Number(text.slice(bar + 1)) ? text.slice(0, bar) : null;
  } catch {
    return null;
  }
}
