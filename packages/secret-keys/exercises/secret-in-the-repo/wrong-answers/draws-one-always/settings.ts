// Caught by: own-key, no-key, burnt-key, what-git-sees
// Misconception: another-key-each-time
// A key that lives in memory only can't leak. Each start has its own.
import { randomBytes } from 'node:crypto';

export const settings = {
  shopName: process.env.SHOP_NAME ?? 'Corner shop',
};

const key = randomBytes(32).toString('hex');

export const sessionKey = (): string => key;
