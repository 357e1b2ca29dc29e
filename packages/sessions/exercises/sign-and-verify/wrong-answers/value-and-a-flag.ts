// Caught by: comes-back, replaced, cut-off, other-key, other-name, longer-text, nonsense, drawn-texts
// Misconception: something-else-than-null
// The caller gets the value and may look at ok, or not.
import { createHmac } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHmac('sha256', key).update(`${name}=${payload}`).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  const payload = Buffer.from(value).toString('base64url');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  if (!(signature === mac(name, payload, key))) return { ok: false, value: Buffer.from(payload, 'base64url').toString() } as never;
  return { ok: true, value: Buffer.from(payload, 'base64url').toString() } as never;
}
