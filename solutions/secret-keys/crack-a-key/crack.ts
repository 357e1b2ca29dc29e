import { createHmac } from 'node:crypto';

type Sign = (key: string) => string;

export function crack(cookie: string, words: string): string | null {
  const { signature, sign } = takeApart(cookie);
  // Only the line end goes: a space at the end of a line is part of the key.
  return words.split(/\r?\n/).find((word) => sign(word) === signature) ?? null;
}

/** At the last dot: a value may hold dots itself, and a compressed payload begins with one. */
function takeApart(cookie: string): { readonly signature: string; readonly sign: Sign } {
  const isSigned = cookie.startsWith('s%3A');
  const text = isSigned ? decodeURIComponent(cookie).slice(2) : cookie;
  const dot = text.lastIndexOf('.');
  const signed = text.slice(0, dot);
  return { signature: text.slice(dot + 1), sign: isSigned ? likeCookieParser(signed) : likeFlask(signed) };
}

function likeCookieParser(value: string): Sign {
  return (key) => createHmac('sha256', key).update(value).digest('base64').replace(/=+$/, '');
}

/** Payload and time together, with a key that is derived from the secret one. */
function likeFlask(payloadAndTime: string): Sign {
  return (key) => {
    const sessionKey = createHmac('sha1', key).update('cookie-session').digest();
    return createHmac('sha1', sessionKey).update(payloadAndTime).digest('base64url');
  };
}
