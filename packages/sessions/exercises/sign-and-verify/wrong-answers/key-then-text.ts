// Caught by: longer-text
// Misconception: hash-of-key-and-text
// The key goes into the hash, so nobody else can compute it.
import { createHash } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHash('sha256').update(`${key}${name}=${payload}`).digest('hex');
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(signature === mac(name, payload, key))) return null;
  return Buffer.from(payload, 'base64url').toString();
}
