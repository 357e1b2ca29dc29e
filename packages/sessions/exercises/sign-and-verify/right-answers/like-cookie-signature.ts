// As cookie-parser does it, with the name in what is signed, and compared by signing both sides once more.
import { createHmac, randomBytes } from 'node:crypto';

function hmac(key: string | Buffer, text: string) {
  return createHmac('sha256', key).update(text, 'utf8').digest('base64').replace(/=+$/, '');
}

function same(a: string, b: string) {
  const once = randomBytes(32);
  return hmac(once, a) === hmac(once, b);
}

export function sign(name: string, value: string, key: string) {
  return encodeURIComponent(`s:${value}.${hmac(key, `${name}=${value}`)}`);
}

export function verify(name: string, signed: string, key: string): string | null {
  let text: string;
  try {
    text = decodeURIComponent(signed);
  } catch {
    return null;
  }
  if (!text.startsWith('s:')) return null;
  const value = text.slice(2, text.lastIndexOf('.'));
  return same(text, `s:${value}.${hmac(key, `${name}=${value}`)}`) ? value : null;
}
