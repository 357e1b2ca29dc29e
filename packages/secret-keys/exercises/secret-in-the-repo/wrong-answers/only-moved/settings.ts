// Caught by: burnt-key
// Misconception: moved-not-changed
// The key is no longer in the code, and the people who run the shop put it into the environment. As it was.
export const settings = {
  shopName: process.env.SHOP_NAME ?? 'Corner shop',
};

/** @throws Error without a key that can be used. Says which setting is wrong, and nothing of its value. */
export function sessionKey(): string {
  const key = process.env.SESSION_KEY?.trim();
  if (!key) throw new Error('SESSION_KEY is not set.');
  return key;
}
