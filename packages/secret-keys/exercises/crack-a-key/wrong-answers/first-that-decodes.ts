// Caught by: flask-session, signed-cookie, word-for-word, windows-list, whole-list, says-null, any-cookie
// Misconception: first-that-decodes
// With the right key the session can be read; so the word with which it can be read is the key.
import { createHmac } from 'node:crypto';

export function crack(cookie: string, words: string): string | null {
  const isSigned = cookie.startsWith('s%3A');
  const text = isSigned ? decodeURIComponent(cookie).slice(2) : cookie;
  const dot = text.lastIndexOf('.');
  const [signed, signature] = [text.slice(0, dot), text.slice(dot + 1)];
  for (const word of words.split(/\r?\n/)) {
    if (canBeRead(signed, word, signature)) return word;
  }
  return null;
}

function canBeRead(signed: string, word: string, signature: string): boolean {
  if (signLikeCookieParser(signed, word) === signature || signLikeFlask(signed, word) === signature) return true;
  return Buffer.from(signed, 'base64url').length > 0 && signature.length > 0;
}

function signLikeCookieParser(value: string, key: string): string {
  return createHmac('sha256', key).update(value).digest('base64').replace(/=+$/, '');
}

function signLikeFlask(text: string, key: string): string {
  const derived = createHmac('sha1', key).update('cookie-session').digest();
  return createHmac('sha1', derived).update(text).digest('base64url');
}
