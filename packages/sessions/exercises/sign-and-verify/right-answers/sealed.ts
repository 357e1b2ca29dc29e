// Encrypted as well: AES-GCM refuses what was changed, and knows the name as additional data.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const keyBytes = (key: string) => createHash('sha256').update(key).digest();

export function sign(name: string, value: string, key: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyBytes(key), nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

export function verify(name: string, signed: string, key: string): string | null {
  const bytes = Buffer.from(signed, 'base64url');
  if (bytes.length < 28) return null;
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyBytes(key), bytes.subarray(0, 12), { authTagLength: 16 });
    cipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString();
  } catch {
    return null;
  }
}
