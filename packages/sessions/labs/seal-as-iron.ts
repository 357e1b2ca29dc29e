// An encrypted session as iron-session writes it, except that what it would draw is drawn from a student's id: a sheet must stay
// the same.

import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';

export interface SealOptions {
  /** At least 32 characters. */
  readonly keyText: string;
  /** 32 bytes that stay the same for a label. */
  readonly bytes: (label: string) => Buffer;
  /** Unix time in milliseconds. */
  readonly expiresMs: number;
}

/** @see iron-webcrypto `seal`; the `1` is the key's number, the `2` iron-session's version. */
export function sealAsIron(session: object, { keyText, bytes, expiresMs }: SealOptions): string {
  const keyFor = (salt: string): Buffer => pbkdf2Sync(keyText, salt, 1, 32, 'sha1');
  const [salt, macSalt] = [bytes('salt').toString('hex'), bytes('salt of the mac').toString('hex')];
  const iv = bytes('iv').subarray(0, 16);
  const cipher = createCipheriv('aes-256-cbc', keyFor(salt), iv);
  const encrypted = Buffer.concat([cipher.update(JSON.stringify(session)), cipher.final()]);
  const sealed = `Fe26.2*1*${salt}*${iv.toString('base64url')}*${encrypted.toString('base64url')}*${expiresMs}`;
  return `${sealed}*${macSalt}*${createHmac('sha256', keyFor(macSalt)).update(sealed).digest('base64url')}~2`;
}
