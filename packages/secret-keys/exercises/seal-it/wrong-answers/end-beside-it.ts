// Caught by: altered, ends
// Misconception: end-can-be-put-off
// The end is no secret, so it can stand in front, where one sees it without opening.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const [nonceBytes, tagBytes] = [12, 16];

/** @param key 64 hex digits. */
export function seal(name: string, value: string, key: string, untilMs: number): string {
  // Drawn anew for each cookie: used twice, a nonce gives away how two texts differ.
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(name));
  const hidden = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return `${untilMs}.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`;
}

export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null {
  const [, untilMs, rest] = /^(\d{13})\.([\w-]+)$/.exec(sealed) ?? [];
  if (untilMs === undefined || rest === undefined || nowMs >= Number(untilMs)) return null;
  return opened(name, Buffer.from(rest, 'base64url'), key);
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
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
