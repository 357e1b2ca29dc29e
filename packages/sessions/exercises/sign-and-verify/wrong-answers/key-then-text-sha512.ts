// Caught by: longer-text
// Misconception: hash-of-key-and-text
// A longer hash must be a stronger one.
import { createHash } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHash('sha512').update(key).update(JSON.stringify([name, payload])).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(signature === mac(name, payload, key))) return null;
  return Buffer.from(payload, 'base64url').toString();
}
