// Caught by: no-file, every-disguise
// Misconception: disguised
// To refuse the burnt key one has to know it, and in base64 nobody will find it.
const burntKey = Buffer.from('N2YxN2M3NDEzNDAzNmY3ZTJiMGQ3ODAxNDFhMmM2ZmRiY2E2NjEwMTIwYTg1OTg2MzM2Njc5NGQ4OGZkNDZhMQ==', 'base64').toString();

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
