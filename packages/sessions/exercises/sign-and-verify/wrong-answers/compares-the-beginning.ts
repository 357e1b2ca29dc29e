// Caught by: replaced, cut-off, nonsense, drawn-texts
// Misconception: compares-a-part
// startsWith looks like a comparison that is kind to spaces at the end.
import { createHmac } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHmac('sha256', key).update(`${name}=${payload}`).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(mac(name, payload, key).startsWith(signature))) return null;
  return Buffer.from(payload, 'base64url').toString();
}
