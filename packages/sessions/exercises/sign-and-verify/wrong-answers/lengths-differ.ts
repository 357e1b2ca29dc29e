// Caught by: nonsense
// Misconception: lengths-differ
// timingSafeEqual was recommended everywhere, its error nowhere.
import { createHmac, timingSafeEqual } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHmac('sha256', key).update(`${name}=${payload}`).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(timingSafeEqual(Buffer.from(signature, 'base64url'), Buffer.from(mac(name, payload, key), 'base64url')))) return null;
  return Buffer.from(payload, 'base64url').toString();
}
