// The key's id stands in the cookie, under the signature, and is looked up among the accepted keys and nowhere else.
import { createHmac } from 'node:crypto';

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

const mac = (text: string, key: string): string => createHmac('sha512', key).update(text).digest('hex');

function sign(body: { kid: string; sub: string; iat: number }, key: string): string {
  if (key.length === 0) throw new RangeError('No signing key.');
  const text = Buffer.from(JSON.stringify(body)).toString('hex');
  return `${text}:${mac(text, key)}`;
}

export const issue = (user: string, { signing }: KeyRing, nowMs: number): string =>
  sign({ kid: signing.id, sub: user, iat: nowMs / 1000 }, signing.key);

export function read(cookie: string, ring: KeyRing, nowMs: number): Session | null {
  const [, hex = '', given = ''] = /^((?:[0-9a-f]{2})+):([0-9a-f]{128})$/.exec(cookie) ?? [];
  const body = parsed(hex);
  const accepted = new Map([[ring.signing.id, ring.signing.key]]);
  for (const { id, key, acceptedUntilMs } of ring.retired) if (acceptedUntilMs > nowMs) accepted.set(id, key);
  const key = accepted.get(String(body?.kid));
  if (!body || !key || mac(hex, key) !== given) return null;
  const issuedAtMs = body.iat * 1000;
  if (nowMs - issuedAtMs > lifetimeMs) return null;
  const replacement = body.kid === ring.signing.id ? null : sign({ ...body, kid: ring.signing.id }, ring.signing.key);
  return { user: body.sub, issuedAtMs, replacement };
}

function parsed(hex: string): { kid: string; sub: string; iat: number } | null {
  try {
    return JSON.parse(Buffer.from(hex, 'hex').toString()) as { kid: string; sub: string; iat: number };
  } catch {
    return null;
  }
}
