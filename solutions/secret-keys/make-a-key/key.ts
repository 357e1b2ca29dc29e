import { randomBytes } from 'node:crypto';

type Env = Readonly<Record<string, string | undefined>>;

const minBytes = 32;
/** What .env.example once said: in the history of the repository, and so on somebody's server. */
const burntKeys = new Set(['5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8']);

export function generateKey(): string {
  return randomBytes(minBytes).toString('hex');
}

export function loadKey(env: Env): string {
  // Editors and echo end a file with a newline; with it, it would be another key.
  const key = env.SESSION_KEY?.trim() ?? '';
  if (key === '') throw refused('is not set');
  const bytes = Buffer.from(key, 'hex');
  // Decoding stops at the first thing that is no hex digit, and says nothing: write it again and compare.
  if (bytes.toString('hex') !== key.toLowerCase()) throw refused('is not written in hex from beginning to end');
  if (bytes.length < minBytes) throw refused(`is too short: ${minBytes} bytes are needed`);
  if (new Set(bytes).size === 1) throw refused('is one byte repeated');
  if (burntKeys.has(key.toLowerCase())) throw refused('is the one from .env.example');
  return key;
}

/** Says what is wrong, and nothing of the value: the real key may be all but right. */
function refused(what: string): Error {
  return new Error(`SESSION_KEY ${what}. Draw one: node -p "require('node:crypto').randomBytes(32).toString('hex')"`);
}
