// Compresses even what gets longer by it, in ordinary base64, which the server reads as well. And asynchronous.
import { createHmac } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const [deflate, inflate] = [promisify<Buffer, Buffer>(zlib.deflate), promisify<Buffer, Buffer>(zlib.inflate)];
const cookiePattern = /^(?<signed>(?<dot>\.?)(?<payload>[^.]*)\.[^.]*)\.(?<signature>[^.]*)$/;

const mac = (key: string | Buffer, text: string): Buffer => createHmac('sha1', key).update(text).digest();

export async function forge(cookie: string, key: string | null, change: Record<string, unknown>): Promise<string | null> {
  const { signed = '', dot, payload = '', signature = '' } = cookiePattern.exec(cookie)?.groups ?? {};
  if (key === null || !mac(mac(key, 'cookie-session'), signed).equals(Buffer.from(signature, 'base64url'))) return null;

  const bytes = Buffer.from(payload, 'base64url');
  const json = (dot === '.' ? await inflate(bytes) : bytes).toString();
  const session = new Map(Object.entries(JSON.parse(json) as object));
  for (const [name, value] of Object.entries(change)) session.set(name, value);

  const time = Buffer.alloc(8);
  time.writeBigInt64BE(BigInt(Date.now()) / 1000n);
  const forged = `.${(await deflate(Buffer.from(JSON.stringify(Object.fromEntries(session))))).toString('base64')}.${time.toString('base64')}`;
  return `${forged}.${mac(mac(key, 'cookie-session'), forged).toString('base64')}`;
}
