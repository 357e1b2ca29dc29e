// Caught by: hides, never-the-same
// Misconception: signed-not-sealed
// A signature makes it safe, and in base64 nobody can read it.
import { createHmac, timingSafeEqual } from 'node:crypto';

const tagOf = (name: string, text: string, key: string): Buffer =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(`${name}=${text}`).digest();

export function seal(name: string, value: string, key: string, untilMs: number): string {
  const text = Buffer.from(JSON.stringify([untilMs, value])).toString('hex');
  return `${text}.${tagOf(name, text, key).toString('hex')}`;
}

export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null {
  const [, text = '', tag = ''] = /^([0-9a-f]+)\.([0-9a-f]{64})$/.exec(sealed) ?? [];
  if (tag === '' || !timingSafeEqual(Buffer.from(tag, 'hex'), tagOf(name, text, key))) return null;
  const [untilMs, value] = JSON.parse(Buffer.from(text, 'hex').toString()) as [number, string];
  return nowMs < untilMs ? value : null;
}
