// Name and value travel together in one JSON text; the name is compared after the signature.
import { createHmac } from 'node:crypto';

class Signer {
  constructor(private readonly key: string) {}

  sign(name: string, value: string): string {
    const body = Buffer.from(JSON.stringify([name, value])).toString('base64');
    return `${this.mac(body)}:${body}`;
  }

  verify(name: string, text: string): string | null {
    const at = text.indexOf(':');
    if (at === -1) return null;
    const body = text.slice(at + 1);
    if (text.slice(0, at) !== this.mac(body)) return null;
    const [signedName, value] = JSON.parse(Buffer.from(body, 'base64').toString()) as [string, string];
    return signedName === name ? value : null;
  }

  private mac(body: string): string {
    return createHmac('sha512', this.key).update(body).digest('hex');
  }
}

export const sign = (name: string, value: string, key: string): string => new Signer(key).sign(name, value);
export const verify = (name: string, signed: string, key: string): string | null => new Signer(key).verify(name, signed);
