// Tags become what they stand for in JavaScript, and an unpacker with a limit is handed in where a dot asks for it.
import { inflateSync } from 'node:zlib';

type Decoded = { data: Record<string, unknown>; issuedAt: Date; compressed: boolean };

const resolvers = new Map<string, (inner: never) => unknown>([
  [' t', (items: unknown[]) => items],
  [' b', (base64: string) => Buffer.from(base64, 'base64')],
  [' d', (date: string) => new Date(date)],
  [' u', (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')],
  [' m', (html: string) => html],
  [' di', (dict: object) => Object.fromEntries(Object.entries(dict).map(([name, value]) => [name.slice(0, -2), value]))],
]);

// JSON.parse hands over the innermost values first.
function resolve(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [[tag, inner] = ['', undefined], ...more] = Object.entries(value);
  const resolver = more.length === 0 ? resolvers.get(tag) : undefined;
  return resolver ? resolver(inner as never) : value;
}

export function decode(cookie: string): Decoded | null {
  try {
    const [, time, ...reversed] = cookie.split('.').reverse();
    const payload = reversed.reverse().join('.');
    if (!time) return null;
    const compressed = payload[0] === '.';
    const bytes = Buffer.from(payload.replace(/^\./, ''), 'base64url');
    const unpack = compressed ? () => inflateSync(bytes, { maxOutputLength: 2 ** 18 }) : () => bytes;
    const data: unknown = JSON.parse(unpack().toString(), resolve);
    if (Object.prototype.toString.call(data) !== '[object Object]') return null;
    const issuedAt = new Date(Number(`0x${Buffer.from(time, 'base64url').toString('hex')}`) * 1000);
    return isNaN(+issuedAt) ? null : { data: data as Record<string, unknown>, issuedAt, compressed };
  } catch {
    return null;
  }
}
