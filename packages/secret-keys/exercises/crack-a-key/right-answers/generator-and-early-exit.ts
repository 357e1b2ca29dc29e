// Reads the list line by line, without a second copy of it, and stops at the first word that fits.
import { createHmac, timingSafeEqual } from 'node:crypto';

interface Target {
  readonly signed: string;
  readonly signature: Buffer;
  mac(key: string, text: string): Buffer;
}

const flask = (key: string, text: string): Buffer =>
  createHmac('sha1', createHmac('sha1', key).update('cookie-session').digest()).update(text).digest();
const signedCookie = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length;) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    yield text.slice(from, text[end - 1] === '\r' ? end - 1 : end);
    from = end + 1;
  }
}

function targetOf(cookie: string): Target {
  const decoded = decodeURIComponent(cookie);
  const isSigned = decoded.startsWith('s:');
  const [, signed = '', signature = ''] = /^(?:s:)?(.*)\.([^.]*)$/s.exec(decoded) ?? [];
  return { signed, signature: Buffer.from(signature, 'base64'), mac: isSigned ? signedCookie : flask };
}

export function crack(cookie: string, words: string): string | null {
  const { signed, signature, mac } = targetOf(cookie);
  for (const word of linesOf(words)) {
    const guess = mac(word, signed);
    if (guess.length === signature.length && timingSafeEqual(guess, signature)) return word;
  }
  return null;
}
