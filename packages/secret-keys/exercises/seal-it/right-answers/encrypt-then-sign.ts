// Encrypted with one key, and what came out signed with another: name, end and iv included. The signature is looked at first.
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const derived = (purpose: string, key: string): Buffer => createHmac('sha256', Buffer.from(key, 'hex')).update(purpose).digest();
const mac = (text: string, key: string): Buffer => createHmac('sha256', derived('sign', key)).update(text).digest();

export function seal(name: string, value: string, key: string, untilMs: number): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-ctr', derived('encrypt', key), iv);
  const hidden = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  const text = [untilMs.toString(36), iv.toString('hex'), hidden.toString('hex')].join('.');
  return `${text}.${mac(`${name}.${text}`, key).toString('hex')}`;
}

export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null {
  const [, text = '', until = '', iv = '', hidden = '', tag = ''] =
    /^(([0-9a-z]+)\.([0-9a-f]{32})\.([0-9a-f]*))\.([0-9a-f]{64})$/.exec(sealed) ?? [];
  if (tag === '' || !timingSafeEqual(Buffer.from(tag, 'hex'), mac(`${name}.${text}`, key))) return null;
  if (nowMs >= parseInt(until, 36)) return null;
  const decipher = createDecipheriv('aes-256-ctr', derived('encrypt', key), Buffer.from(iv, 'hex'));
  return Buffer.concat([decipher.update(hidden, 'hex'), decipher.final()]).toString('utf8');
}
