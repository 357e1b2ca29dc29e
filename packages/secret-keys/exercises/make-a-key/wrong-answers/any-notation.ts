// Caught by: counts-bytes, written-throughout, drawn-values
// Misconception: any-notation
// Be liberal in what you accept: hex, or else base64.
import { randomBytes } from 'node:crypto';

type Env = Readonly<Record<string, string | undefined>>;

const burntKey = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';

export function generateKey(): string {
  return randomBytes(32).toString('hex');
}

export function loadKey(env: Env): string {
  const key = env.SESSION_KEY?.trim() ?? '';
  if (key === '') throw refused('is not set');
  const isHex = /^([0-9a-f]{2}){32,}$/i.test(key);
  if (!isHex && !/^[A-Za-z0-9+/_-]+=*$/.test(key)) throw refused('is neither hex nor base64');
  const bytes = Buffer.from(key, isHex ? 'hex' : 'base64');
  if (bytes.length < 32) throw refused('is too short');
  if (new Set(bytes).size === 1) throw refused('is one byte repeated');
  if (key === burntKey) throw refused('is the one from .env.example');
  return key;
}

function refused(what: string): Error {
  return new Error(`SESSION_KEY ${what}.`);
}
