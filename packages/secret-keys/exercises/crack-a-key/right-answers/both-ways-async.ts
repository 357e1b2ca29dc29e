// Doesn't tell the formats apart at all: a guess is right if either way of signing gives the signature. By Web Crypto, and in parallel.
import { webcrypto } from 'node:crypto';

const utf8 = new TextEncoder();

async function hmac(hash: 'SHA-1' | 'SHA-256', key: Uint8Array, text: string): Promise<Uint8Array> {
  // Web Crypto takes no empty key. HMAC fills keys up with zeros, so one zero byte is the same key.
  const bytes = key.length === 0 ? new Uint8Array(1) : key;
  const imported = await webcrypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await webcrypto.subtle.sign('HMAC', imported, utf8.encode(text)));
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export async function crack(cookie: string, words: string): Promise<string | null> {
  const parts = decodeURIComponent(cookie).split('.');
  const signature = parts.pop()?.replaceAll('+', '-').replaceAll('/', '_');
  const signed = parts.join('.');
  const fits = await Promise.all(
    words.split(/\r\n|\n/).map(async (word) => {
      const key = utf8.encode(word);
      const session = await hmac('SHA-1', await hmac('SHA-1', key, 'cookie-session'), signed);
      const value = await hmac('SHA-256', key, signed.replace(/^s:/, ''));
      return [session, value].map(base64url).includes(signature ?? '') ? word : null;
    }),
  );
  return fits.find((word) => word !== null) ?? null;
}
