// Web Crypto makes an HMAC key as it makes any other, and writes it down as a JWK: `k` is 32 bytes in base64url.
import { webcrypto } from 'node:crypto';

class NoKey extends Error {
  constructor(reason: string) {
    super(`Can't start: SESSION_KEY ${reason}.`);
    this.name = 'NoKey';
  }
}

export async function generateKey(): Promise<string> {
  const key = await webcrypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, true, ['sign', 'verify']);
  return (await webcrypto.subtle.exportKey('jwk', key)).k ?? '';
}

export async function loadKey(env: { SESSION_KEY?: string }): Promise<string> {
  const text = env.SESSION_KEY?.replace(/^\s+|\s+$/g, '');
  if (!text) throw new NoKey('is missing');
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new NoKey('is damaged');
  if (bytes.byteLength < 32) throw new NoKey('is short');
  if (Buffer.alloc(bytes.length, bytes.subarray(0, 1)).equals(bytes)) throw new NoKey('is monotonous');
  if (text.startsWith('5e884898da280471')) throw new NoKey('is known');
  return text;
}
