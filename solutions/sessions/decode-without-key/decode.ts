import { inflateSync } from 'node:zlib';

export interface DecodedSession {
  readonly data: unknown;
  readonly issuedAt: Date | number;
  readonly compressed: boolean;
}

const maxJsonBytes = 500_000;

export function decode(cookie: string): DecodedSession | null {
  // From the right: a compressed payload begins with a dot itself. Nobody here can check the signature.
  const parts = /^(.+)\.([^.]+)\.[^.]+$/.exec(cookie);
  const [, payload = '', time = ''] = parts ?? [];
  const compressed = payload.startsWith('.');
  const data = readObject(Buffer.from(payload, 'base64url'), compressed);
  const issuedAt = readTime(Buffer.from(time, 'base64url'));
  return parts === null || data === null || issuedAt === null ? null : { data, issuedAt, compressed };
}

function readObject(bytes: Buffer, compressed: boolean): object | null {
  try {
    // The limit is zlib's: it stops there, and doesn't unpack everything first.
    const json = compressed ? inflateSync(bytes, { maxOutputLength: maxJsonBytes }) : bytes;
    const data: unknown = JSON.parse(json.toString());
    return typeof data === 'object' && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}

function readTime(bytes: Buffer): Date | null {
  // Not with <<, which ends at 32 bits, and so in 2038.
  const seconds = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const issuedAt = new Date(seconds * 1000);
  return Number.isNaN(issuedAt.getTime()) ? null : issuedAt;
}
