// Caught by: hides
// Misconception: length-tells
// A cookie holds 4,096 octets, so every one counts.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const [nonceBytes, tagBytes] = [12, 16];

/** @param key 64 hex digits. */
export function seal(name: string, value: string, key: string, untilMs: number): string {
  // Drawn anew for each cookie: used twice, a nonce gives away how two texts differ.
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(name));
  const hidden = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify([untilMs, value]))), cipher.final()]);
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
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    // Nothing leaves before final() has said that all of it is genuine.
    const packed = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return inflateRawSync(packed).toString('utf8');
  } catch {
    return null;
  }
}
