// Caught by: replaced, cut-off, other-key, other-name, nonsense, drawn-texts
// Misconception: something-else-than-null
// An empty text is as good as none.
import { createHmac } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHmac('sha256', key).update(`${name}=${payload}`).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(signature === mac(name, payload, key))) return '';
  return Buffer.from(payload, 'base64url').toString();
}
