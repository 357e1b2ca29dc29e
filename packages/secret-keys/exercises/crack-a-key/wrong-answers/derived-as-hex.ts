// Caught by: flask-session, any-cookie
// Misconception: derivation-mixed-up
// A key is a text, so the derived one is written in hex.
import { createHmac } from 'node:crypto';

export function crack(cookie: string, words: string): string | null {
  const isSigned = cookie.startsWith('s%3A');
  const text = isSigned ? decodeURIComponent(cookie).slice(2) : cookie;
  const dot = text.lastIndexOf('.');
  const [signed, signature] = [text.slice(0, dot), text.slice(dot + 1)];
  for (const word of words.split(/\r?\n/)) {
    if ((isSigned ? signLikeCookieParser(signed, word) : signLikeFlask(signed, word)) === signature) return word;
  }
  return null;
}

function signLikeCookieParser(value: string, key: string): string {
  return createHmac('sha256', key).update(value).digest('base64').replace(/=+$/, '');
}

function signLikeFlask(text: string, key: string): string {
  const derived = createHmac('sha1', key).update('cookie-session').digest('hex');
  return createHmac('sha1', derived).update(text).digest('base64url');
}
