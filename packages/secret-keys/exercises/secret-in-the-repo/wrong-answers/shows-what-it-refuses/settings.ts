// Caught by: what-is-printed
// Misconception: printed
// A good message shows the value that was wrong.
// What the shop has to know before it starts.

import { createHash } from 'node:crypto';

/** SHA-256 of the key that is in the history. It names the key, and doesn't give it away. */
const burntKey = 'acead197dee5b7fb9f70b99ba0b25a041b05415c1b72f53b455acd754ee17710';

export const settings = {
  shopName: process.env.SHOP_NAME ?? 'Corner shop',
};

/** @throws Error without a key that can be used. Says which setting is wrong, and nothing of its value. */
export function sessionKey(): string {
  const key = process.env.SESSION_KEY?.trim();
  if (!key) throw new Error('SESSION_KEY is not set.');
  if (createHash('sha256').update(key).digest('hex') === burntKey)
    throw new Error(`SESSION_KEY is ${key}, which has leaked. Draw a new one.`);
  return key;
}
