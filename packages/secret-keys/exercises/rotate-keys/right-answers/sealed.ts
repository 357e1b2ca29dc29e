// Encrypted as well: AES-GCM refuses what another key has sealed. The id of the key is taken along, so nobody can change it.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export interface NamedKey {
  readonly id: string;
  readonly key: string;
}

export interface KeyRing {
  readonly signing: NamedKey;
  readonly retired: readonly (NamedKey & { readonly acceptedUntilMs: number })[];
}

export interface Session {
  readonly user: string;
  readonly issuedAtMs: number;
  readonly replacement: string | null;
}

export const lifetimeMs = 7 * 24 * 60 * 60 * 1000;

const bytesOf = (key: string): Buffer => createHash('sha256').update(key).digest();

class Keeper {
  constructor(private readonly one: NamedKey) {
    if (one.key === '') throw new Error(`The key ${one.id} is empty.`);
  }

  seal(session: readonly [user: string, issuedAtMs: number]): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', bytesOf(this.one.key), nonce).setAAD(Buffer.from(this.one.id));
    const hidden = Buffer.concat([cipher.update(JSON.stringify(session), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
  }

  open(value: string): [user: string, issuedAtMs: number] | null {
    const bytes = Buffer.from(value, 'base64url');
    try {
      const cipher = createDecipheriv('aes-256-gcm', bytesOf(this.one.key), bytes.subarray(0, 12), { authTagLength: 16 });
      cipher.setAAD(Buffer.from(this.one.id)).setAuthTag(bytes.subarray(12, 28));
      const text = Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString();
      return JSON.parse(text) as [string, number];
    } catch {
      return null;
    }
  }
}

export function issue(user: string, { signing }: KeyRing, nowMs: number): string {
  return new Keeper(signing).seal([user, nowMs]);
}

export function read(cookie: string, { signing, retired }: KeyRing, nowMs: number): Session | null {
  const older = retired.filter(({ acceptedUntilMs, key }) => key !== '' && acceptedUntilMs > nowMs);
  for (const one of [signing, ...older]) {
    if (one.key === '') continue;
    const session = new Keeper(one).open(cookie);
    if (session === null) continue;
    const [user, issuedAtMs] = session;
    if (nowMs > issuedAtMs + lifetimeMs) return null;
    return { user, issuedAtMs, replacement: one === signing ? null : new Keeper(signing).seal(session) };
  }
  return null;
}
