// Caught by: other-name, drawn-texts
// Misconception: name-not-signed
// cookie-parser signs the value alone, and so does this.
import { createHmac } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => (void name, createHmac('sha256', key).update(payload).digest('base64url'));
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(signature === mac(name, payload, key))) return null;
  return Buffer.from(payload, 'base64url').toString();
}
