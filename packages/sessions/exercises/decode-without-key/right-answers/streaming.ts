// A stream of Node that is destroyed at the limit, and a promise of the session.
import { createInflate } from 'node:zlib';

class TooLarge extends Error {}

async function inflate(bytes: Buffer): Promise<Buffer> {
  const stream = createInflate();
  stream.end(bytes);
  const chunks: Buffer[] = [];
  let left = 900_000;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    left -= chunk.length;
    // Leaving the loop destroys the stream.
    if (left < 0) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export default async function decodeSession(cookie: string) {
  const parts = cookie.split('.');
  const compressed = parts.length === 4 && parts[0] === '';
  if (compressed) parts.shift();
  if (parts.length !== 3) return null;
  const [payload, time] = parts.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
  if (payload.length === 0 || time.length > 6) return null;
  const json = compressed ? await inflate(payload).catch(() => null) : payload;
  let data: unknown = null;
  try {
    data = JSON.parse(json?.toString('utf8') ?? 'null');
  } catch {
    // Stays null, and so does the answer.
  }
  if (!(data instanceof Object) || data instanceof Array) return null;
  const issuedAt = new Date(1000 * (time.length === 0 ? 0 : time.readUIntBE(0, time.length)));
  return Number.isNaN(issuedAt.valueOf()) ? null : { data, issuedAt, compressed };
}

export { decodeSession as decode };
