// Caught by: tells-nobody
// Misconception: echoes-the-key
// With the value in the message, the mistake is found at once.
import { randomBytes } from 'node:crypto';

type Env = Readonly<Record<string, string | undefined>>;

const burntKey = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';

export function generateKey(): string {
  return randomBytes(32).toString('hex');
}

export function loadKey(env: Env): string {
  const key = env.SESSION_KEY?.trim() ?? '';
  if (key === '') throw refused('is not set');
  const bytes = Buffer.from(key, 'hex');
  if (bytes.toString('hex') !== key.toLowerCase()) throw refused(`is not hex: ${key}`);
  if (bytes.length < 32) throw refused(`is too short: ${key}`);
  if (new Set(bytes).size === 1) throw refused('is one byte repeated');
  if (key === burntKey) throw refused('is the one from .env.example');
  return key;
}

function refused(what: string): Error {
  return new Error(`SESSION_KEY ${what}.`);
}
