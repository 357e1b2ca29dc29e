// Caught by: bound, drawn-vouchers
// Misconception: name-not-bound
// It is encrypted and authenticated; what more can one want to know of it?
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const [nonceBytes, tagBytes] = [12, 16];

/** @param key 64 hex digits. */
export function seal(_name: string, value: string, key: string, untilMs: number): string {
  // Drawn anew for each cookie: used twice, a nonce gives away how two texts differ.
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce, { authTagLength: tagBytes });
  const hidden = Buffer.concat([cipher.update(JSON.stringify([untilMs, value]), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
}

export function unseal(_name: string, sealed: string, key: string, nowMs: number): string | null {
  const text = opened(Buffer.from(sealed, 'base64url'), key);
  if (text === null) return null;
  const [untilMs, value] = JSON.parse(text) as [number, string];
  return nowMs < untilMs ? value : null;
}

function opened(bytes: Buffer, key: string): string | null {
  try {
    // Without authTagLength the sender says how long the tag is, and four bytes can be guessed.
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    // Nothing leaves before final() has said that all of it is genuine.
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
