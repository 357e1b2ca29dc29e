// The environment is input like any other, so a schema parses it. zod's messages don't hold the value.
import { randomBytes } from 'node:crypto';

import { z } from 'zod';

const burnt = ['5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8'];

const environment = z.object({
  SESSION_KEY: z
    .string()
    .trim()
    .regex(/^(?:[0-9a-f]{2}){32,}$/, 'must be 64 hex digits or more')
    .refine((key) => new Set(key.match(/../g)).size > 1, 'must not repeat one byte')
    .refine((key) => !burnt.includes(key), 'is burnt'),
});

export const generateKey = (): string => randomBytes(32).toString('hex');
export const loadKey = (env: unknown): string => environment.parse(env).SESSION_KEY;
