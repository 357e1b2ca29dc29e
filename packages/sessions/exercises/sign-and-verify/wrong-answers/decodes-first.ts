// Caught by: nonsense
// Misconception: parses-first
// res.cookie encodes, so verify begins by decoding.
import { createHmac } from 'node:crypto';

const mac = (name: string, payload: string, key: string): string => createHmac('sha256', key).update(`${name}=${payload}`).digest('hex');
export function sign(name: string, value: string, key: string): string {
  const payload = encodeURIComponent(value).replaceAll('.', '%2E');
  return `${payload}.${mac(name, payload, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  const [payload = '', signature = ''] = signed.split('.');
  const plain = decodeURIComponent(payload);
  if (!(signature === mac(name, payload, key))) return null;
  return plain;
}
