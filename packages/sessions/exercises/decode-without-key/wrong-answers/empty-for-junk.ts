// Caught by: junk, bomb
// Misconception: half-a-session
// An empty session is what Flask makes of a bad cookie.
import { inflateSync } from 'node:zlib';

const maxJsonBytes = 500_000;

export function decode(cookie: string) {
  const end = cookie.lastIndexOf('.');
  const middle = cookie.lastIndexOf('.', end - 1);
  if (middle < 1) return null;
  const payload = cookie.slice(0, middle);
  const time = Buffer.from(cookie.slice(middle + 1, end), 'base64url');
  const compressed = payload.startsWith('.');
  try {
    const bytes = Buffer.from(compressed ? payload.slice(1) : payload, 'base64url');
    const json = compressed ? inflateSync(bytes, { maxOutputLength: maxJsonBytes }) : bytes;
    const data = JSON.parse(json.toString('utf8'));
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
    const issuedAt = new Date(time.reduce((sum, byte) => sum * 256 + byte, 0) * 1000);
    return Number.isNaN(issuedAt.getTime()) ? null : { data, issuedAt, compressed };
  } catch {
    return { data: {}, issuedAt: new Date(0), compressed };
  }
}
