// Caught by: nonsense
// Misconception: parses-first
// The payload is JSON, and JSON is parsed first, as always.
import { createHmac } from 'node:crypto';

const mac = (name: string, value: string, key: string): string => createHmac('sha256', key).update(`${name}=${value}`).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  return Buffer.from(JSON.stringify({ value, signature: mac(name, value, key) })).toString('base64url');
}
export function verify(name: string, signed: string, key: string): string | null {
  const { value, signature } = JSON.parse(Buffer.from(signed, 'base64url').toString());
  return signature === mac(name, value, key) ? value : null;
}
