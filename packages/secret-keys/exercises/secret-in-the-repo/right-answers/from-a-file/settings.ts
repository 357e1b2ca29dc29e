// The key lies in a file that only the server's user may read; a variable says where.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const burnt = new Set(['acead197dee5b7fb9f70b99ba0b25a041b05415c1b72f53b455acd754ee17710']);

export const settings = { shopName: process.env.SHOP_NAME ?? 'Corner shop' };

export function sessionKey(): string {
  const path = process.env.SESSION_KEY_FILE;
  if (path === undefined || !existsSync(path)) throw new Error('SESSION_KEY_FILE names no file.');
  const key = readFileSync(path, 'utf8').trimEnd();
  if (key.length < 43 || burnt.has(createHash('sha256').update(key).digest('hex')))
    throw new Error('The key in SESSION_KEY_FILE is not one to use.');
  return key;
}
