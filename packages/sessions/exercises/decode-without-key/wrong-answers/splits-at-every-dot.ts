// Caught by: compressed, recorded, junk, bomb, drawn
// Misconception: leading-dot
// Three parts, so three names for what split gives.
import { inflateSync } from 'node:zlib';

const maxJsonBytes = 500_000;

export function decode(cookie: string) {
  const [payload = '', encodedTime, signature] = cookie.split('.');
  if (encodedTime === undefined || signature === undefined) return null;
  const time = Buffer.from(encodedTime, 'base64url');
  const compressed = payload.startsWith('.');
  try {
    const bytes = Buffer.from(compressed ? payload.slice(1) : payload, 'base64url');
    const json = compressed ? inflateSync(bytes, { maxOutputLength: maxJsonBytes }) : bytes;
    const data = JSON.parse(json.toString('utf8'));
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
    const issuedAt = new Date(time.reduce((sum, byte) => sum * 256 + byte, 0) * 1000);
    return Number.isNaN(issuedAt.getTime()) ? null : { data, issuedAt, compressed };
  } catch {
    return null;
  }
}
