// Caught by: other-key, drawn-texts
// Misconception: hash-without-key
// A hash changes when the value does, so a changed value is noticed.
import { createHash } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHash('sha256').update(`${name}=${payload}`).digest('hex');
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(signature === mac(name, payload, key))) return null;
  return Buffer.from(payload, 'base64url').toString();
}
