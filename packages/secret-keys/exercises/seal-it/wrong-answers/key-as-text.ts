// Caught by: bound, drawn-vouchers
// Misconception: half-a-key
// The key has to be 32 bytes long, and the first 32 characters of the text are.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const [nonceBytes, tagBytes] = [12, 16];

/** @param key 64 hex digits. */
export function seal(name: string, value: string, key: string, untilMs: number): string {
  // Drawn anew for each cookie: used twice, a nonce gives away how two texts differ.
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key).subarray(0, 32), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(name));
  const hidden = Buffer.concat([cipher.update(JSON.stringify([untilMs, value]), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
}

export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null {
  const text = opened(name, Buffer.from(sealed, 'base64url'), key);
  if (text === null) return null;
  const [untilMs, value] = JSON.parse(text) as [number, string];
  return nowMs < untilMs ? value : null;
}

function opened(name: string, bytes: Buffer, key: string): string | null {
  try {
    // Without authTagLength the sender says how long the tag is, and four bytes can be guessed.
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key).subarray(0, 32), bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    // Nothing leaves before final() has said that all of it is genuine.
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
