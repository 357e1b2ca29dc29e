// Caught by: other-name
// Misconception: glued-together
// Something stands between them now, but a name may hold it, too.
import { createHmac } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHmac('sha256', key).update(`${name}-${Buffer.from(payload, 'base64url').toString()}`).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(signature === mac(name, payload, key))) return null;
  return Buffer.from(payload, 'base64url').toString();
}
