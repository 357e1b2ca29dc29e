// Caught by: own-key, no-key, burnt-key, what-git-sees
// Misconception: key-in-the-code
// The old key is burnt, so here is a new one.
export const settings = {
  shopName: process.env.SHOP_NAME ?? 'Corner shop',
};

export const sessionKey = (): string => '3b1f0c5e9a77d2486c10be5fd94a3387e2c6519f08d7ab42f5360e9c7714d8ab';
