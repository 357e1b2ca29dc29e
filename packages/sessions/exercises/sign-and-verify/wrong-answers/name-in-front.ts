// Caught by: other-name, drawn-texts
// Misconception: name-not-signed
// The name stands in the text and is signed with it; that nobody compares it with the cookie it came in was overlooked.
import { createHmac } from 'node:crypto';

const mac = (text: string, key: string): string => createHmac('sha256', key).update(text).digest('base64url');
export function sign(name: string, value: string, key: string): string {
  const text = `${name}.${Buffer.from(value).toString('base64url')}`;
  return `${text}.${mac(text, key)}`;
}
export function verify(name: string, signed: string, key: string): string | null {
  void name;
  const end = signed.lastIndexOf('.');
  const text = signed.slice(0, Math.max(0, end));
  if (end < 0 || signed.slice(end + 1) !== mac(text, key)) return null;
  return Buffer.from(text.slice(text.indexOf('.') + 1), 'base64url').toString();
}
