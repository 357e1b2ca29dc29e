// The session as a Map, the time as milliseconds in a number, and base64 by hand, bit by bit.
import * as zlib from 'node:zlib';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function bytesOf(text: string): Buffer {
  let bits = '';
  for (const letter of text.replace(/=+$/, '')) {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw new Error('not base64url');
    bits += value.toString(2).padStart(6, '0');
  }
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
}

const largestTime = 8_640_000_000_000n;

export const decode = (cookie: string) => {
  const signatureAt = cookie.lastIndexOf('.');
  const timeAt = cookie.slice(0, signatureAt).lastIndexOf('.');
  if (signatureAt < 0 || timeAt < 1) return null;
  const compressed = cookie.charCodeAt(0) === 46;
  try {
    const packed = bytesOf(cookie.slice(compressed ? 1 : 0, timeAt));
    // unzipSync knows zlib by its first bytes.
    const json = compressed ? zlib.unzipSync(packed, { maxOutputLength: 1_000_000 }) : packed;
    const session = JSON.parse(json.toString()) as unknown;
    if (session?.constructor !== Object && !Object.hasOwn(Object(session), 'constructor')) return null;
    const seconds = BigInt(`0x${bytesOf(cookie.slice(timeAt + 1, signatureAt)).toString('hex')}`);
    if (seconds > largestTime) return null;
    return { data: new Map(Object.entries(session as object)), issuedAt: Number(seconds) * 1000, compressed };
  } catch {
    return null;
  }
};
