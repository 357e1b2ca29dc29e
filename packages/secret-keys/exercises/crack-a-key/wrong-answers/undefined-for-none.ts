// Caught by: says-null, any-cookie
// Misconception: something-else-than-null
// find says undefined, and nothing is nothing.
import { createHmac } from 'node:crypto';

export function crack(cookie: string, words: string): string | null {
  const isSigned = cookie.startsWith('s%3A');
  const text = isSigned ? decodeURIComponent(cookie).slice(2) : cookie;
  const dot = text.lastIndexOf('.');
  const [signed, signature] = [text.slice(0, dot), text.slice(dot + 1)];
  const sign = isSigned ? signLikeCookieParser : signLikeFlask;
  return words.split(/\r?\n/).find((word) => sign(signed, word) === signature) as string;
}

function signLikeCookieParser(value: string, key: string): string {
  return createHmac('sha256', key).update(value).digest('base64').replace(/=+$/, '');
}

function signLikeFlask(text: string, key: string): string {
  const derived = createHmac('sha1', key).update('cookie-session').digest();
  return createHmac('sha1', derived).update(text).digest('base64url');
}
