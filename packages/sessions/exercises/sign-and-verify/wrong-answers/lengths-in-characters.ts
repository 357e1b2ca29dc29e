// Caught by: nonsense
// Misconception: lengths-differ
// The lengths are compared, but in characters: é is one character and two bytes.
import { createHmac, timingSafeEqual } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHmac('sha256', key).update(`${name}=${payload}`).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(signature.length === mac(name, payload, key).length && timingSafeEqual(Buffer.from(signature), Buffer.from(mac(name, payload, key))))) return null;
  return Buffer.from(payload, 'base64url').toString();
}
