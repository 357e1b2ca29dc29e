// Another cipher with a tag, and a key of its own for each name instead of text that is taken along.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'chacha20-poly1305';
const options = { authTagLength: 16 };
const keyFor = (name: string, key: string) => Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', `cookie ${name}`, 32));

export function seal(name: string, value: string, key: string, untilMs: number): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyFor(name, key), nonce, options);
  const end = Buffer.alloc(8);
  end.writeDoubleBE(untilMs);
  const hidden = Buffer.concat([cipher.update(end), cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([hidden, cipher.getAuthTag(), nonce]).toString('hex');
}

export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null {
  if (!/^([0-9a-f]{2}){36,}$/.test(sealed)) return null;
  const bytes = Buffer.from(sealed, 'hex');
  const [hidden, tag, nonce] = [bytes.subarray(0, -28), bytes.subarray(-28, -12), bytes.subarray(-12)];
  try {
    const decipher = createDecipheriv(algorithm, keyFor(name, key), nonce, options).setAuthTag(tag);
    const text = Buffer.concat([decipher.update(hidden), decipher.final()]);
    return text.readDoubleBE(0) > nowMs ? text.subarray(8).toString() : null;
  } catch {
    return null;
  }
}
