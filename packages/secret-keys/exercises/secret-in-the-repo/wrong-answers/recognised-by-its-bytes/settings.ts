// Caught by: every-disguise
// Misconception: disguised
// A list of numbers is no text, so no search for the key finds it.
const burntKey = Buffer.from([
  0x7f, 0x17, 0xc7, 0x41, 0x34, 0x03, 0x6f, 0x7e,
  0x2b, 0x0d, 0x78, 0x01, 0x41, 0xa2, 0xc6, 0xfd,
  0xbc, 0xa6, 0x61, 0x01, 0x20, 0xa8, 0x59, 0x86,
  0x33, 0x66, 0x79, 0x4d, 0x88, 0xfd, 0x46, 0xa1,
]).toString('hex');

export const settings = {
  shopName: process.env.SHOP_NAME ?? 'Corner shop',
};

/** @throws Error without a key that can be used. Says which setting is wrong, and nothing of its value. */
export function sessionKey(): string {
  const key = process.env.SESSION_KEY?.trim();
  if (!key) throw new Error('SESSION_KEY is not set.');
  if (key === burntKey)
    throw new Error('SESSION_KEY is the key that has leaked. Draw a new one.');
  return key;
}
