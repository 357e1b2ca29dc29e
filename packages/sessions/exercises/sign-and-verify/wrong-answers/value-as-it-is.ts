// Caught by: comes-back
// Misconception: not-for-a-cookie
// The value was text, and the signature is, so the sum of both is text for a cookie.
import { createHmac } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHmac('sha256', key).update(`${name}=${payload}`).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  const payload = value;
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const dot = signed.lastIndexOf('.');
  const [payload, signature] = [signed.slice(0, Math.max(0, dot)), signed.slice(dot + 1)];
  if (!(signature === mac(name, payload, key))) return null;
  return payload;
}
