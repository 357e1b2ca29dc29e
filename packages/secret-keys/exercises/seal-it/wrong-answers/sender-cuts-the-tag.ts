// Caught by: short-tags
// Misconception: sender-cuts-the-tag
// Node knows how long the tag is, it has made it. (Before Node 26 it takes shorter ones.)
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const [nonceBytes, tagBytes] = [12, 16];

/** @param key 64 hex digits. */
export function seal(name: string, value: string, key: string, untilMs: number): string {
  // Drawn anew for each cookie: used twice, a nonce gives away how two texts differ.
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(name));
  const hidden = Buffer.concat([cipher.update(JSON.stringify([untilMs, value]), 'utf8'), cipher.final()]);
  return [nonce, cipher.getAuthTag(), hidden].map((part) => part.toString('base64url')).join('.');
}

export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null {
  const text = opened(name, sealed, key);
  if (text === null) return null;
  const [untilMs, value] = JSON.parse(text) as [number, string];
  return nowMs < untilMs ? value : null;
}

function opened(name: string, sealed: string, key: string): string | null {
  const [nonce, tag, hidden, ...more] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (nonce === undefined || tag === undefined || hidden === undefined || more.length > 0) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce);
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(tag);
    // Nothing leaves before final() has said that all of it is genuine.
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
