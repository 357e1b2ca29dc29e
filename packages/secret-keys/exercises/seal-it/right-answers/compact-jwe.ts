// Laid out like a compact JWE: header, (no encrypted key), iv, hidden, tag. The header, name included, is what is taken along.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const text = (bytes: Buffer): string => bytes.toString('base64url');

export function seal(name: string, value: string, key: string, untilMs: number): string {
  const header = text(Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', name })));
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), iv, { authTagLength: 16 }).setAAD(Buffer.from(header));
  const hidden = Buffer.concat([cipher.update(JSON.stringify({ exp: untilMs, value })), cipher.final()]);
  return [header, '', text(iv), text(hidden), text(cipher.getAuthTag())].join('.');
}

export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null {
  const parts = sealed.split('.');
  if (parts.length !== 5 || parts[1] !== '') return null;
  const [header = '', , iv = '', hidden = '', tag = ''] = parts;
  try {
    const about = JSON.parse(Buffer.from(header, 'base64url').toString()) as { name: unknown };
    const [nonce, code] = [Buffer.from(iv, 'base64url'), Buffer.from(tag, 'base64url')];
    if (about.name !== name || nonce.length !== 12 || code.length !== 16) return null;
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce).setAAD(Buffer.from(header)).setAuthTag(code);
    const body = Buffer.concat([decipher.update(hidden, 'base64url'), decipher.final()]);
    const { exp, value } = JSON.parse(body.toString()) as { exp: number; value: string };
    return exp > nowMs ? value : null;
  } catch {
    return null;
  }
}
