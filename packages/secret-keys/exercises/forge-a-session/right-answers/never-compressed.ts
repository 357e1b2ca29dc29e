// Plain JSON, whatever came in: the server reads either. Written as the object that a cookie is.
import { createHmac } from 'node:crypto';
import { unzipSync } from 'node:zlib';

class SessionCookie {
  readonly #parts: readonly string[];
  constructor(cookie: string) {
    this.#parts = cookie.split('.');
  }
  get signature(): string {
    return this.#parts.at(-1) ?? '';
  }
  get signed(): string {
    return this.#parts.slice(0, -1).join('.');
  }
  get session(): object {
    const bytes = Buffer.from(this.#parts.at(-3) ?? '', 'base64url');
    return JSON.parse(String(this.#parts[0] === '' ? unzipSync(bytes) : bytes)) as object;
  }
  isSignedWith(key: string): boolean {
    return signatureOf(this.signed, key) === this.signature;
  }
  static write(session: object, key: string): string {
    const time = Buffer.from(
      Math.trunc(Date.now() / 1000)
        .toString(16)
        .padStart(8, '0'),
      'hex',
    );
    const signed = [Buffer.from(JSON.stringify(session)), time].map((part) => part.toString('base64url')).join('.');
    return `${signed}.${signatureOf(signed, key)}`;
  }
}

function signatureOf(text: string, key: string): string {
  return createHmac('sha1', createHmac('sha1', key).update('cookie-session').digest()).update(text).digest('base64url');
}

export function forge(cookie: string, key: string | null, change: object): string | null {
  const old = new SessionCookie(cookie);
  if (key === null || !old.isSignedWith(key)) return null;
  return SessionCookie.write(Object.assign(old.session, change), key);
}
