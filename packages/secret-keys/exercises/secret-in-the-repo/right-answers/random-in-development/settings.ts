// All settings are read in one place, and refused in one place.
import { createHash, randomBytes } from 'node:crypto';

import { z } from 'zod';

const isBurnt = (key: string) => createHash('sha256').update(key).digest('hex').startsWith('acead197dee5b7fb');

const isDevelopment = process.env.NODE_ENV === 'development';
if (isDevelopment && !process.env.SESSION_KEY)
  console.warn('SESSION_KEY is not set: using a random one until this program ends.');

const schema = z.object({
  SHOP_NAME: z.string().default('Corner shop'),
  SESSION_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'SESSION_KEY should be 64 hex digits')
    .refine((key) => !isBurnt(key), 'SESSION_KEY is burnt'),
});

const drawn = isDevelopment ? { SESSION_KEY: randomBytes(32).toString('hex') } : {};
const env = schema.parse({ ...drawn, ...process.env });

export const settings = { shopName: env.SHOP_NAME };
export const sessionKey = () => env.SESSION_KEY;
