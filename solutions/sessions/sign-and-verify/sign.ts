import { createHmac, timingSafeEqual } from 'node:crypto';

export function sign(name: string, value: string, key: string): string {
  // base64url fits into a cookie and holds no dot, so the dot can only be the one before the signature.
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${signatureOf(name, payload, key).toString('base64url')}`;
}

export function verify(name: string, signed: string, key: string): string | null {
  const [payload, signature, ...more] = signed.split('.');
  if (payload === undefined || signature === undefined || more.length > 0) return null;
  const expected = signatureOf(name, payload, key);
  const given = Buffer.from(signature, 'base64url');
  // The lengths first: timingSafeEqual throws when they differ.
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  // Only now is it our own text, and decoded.
  return Buffer.from(payload, 'base64url').toString();
}

/** Name and payload together, with a character between them that neither can hold. */
function signatureOf(name: string, payload: string, key: string): Buffer {
  return createHmac('sha256', key).update(`${name}=${payload}`).digest();
}
