// Caught by: plain, compressed, time, recorded, junk, bomb, drawn
// Misconception: other-alphabet
// atob had read the first cookie in the console of the browser.
import { inflateSync } from 'node:zlib';

const maxJsonBytes = 500_000;

export function decode(cookie: string) {
  const end = cookie.lastIndexOf('.');
  const middle = cookie.lastIndexOf('.', end - 1);
  if (middle < 1) return null;
  const payload = cookie.slice(0, middle);
  const time = cookie.slice(middle + 1, end);
  const compressed = payload.startsWith('.');
  try {
    const bytes = Buffer.from(atob(compressed ? payload.slice(1) : payload), 'latin1');
    const json = compressed ? inflateSync(bytes, { maxOutputLength: maxJsonBytes }) : bytes;
    const data = JSON.parse(json.toString('utf8'));
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
    const issuedAt = new Date(Buffer.from(atob(time), 'latin1').reduce((sum, byte) => sum * 256 + byte, 0) * 1000);
    return Number.isNaN(issuedAt.getTime()) ? null : { data, issuedAt, compressed };
  } catch {
    return null;
  }
}
