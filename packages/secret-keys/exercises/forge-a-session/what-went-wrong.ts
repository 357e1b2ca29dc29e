// Takes a forged cookie apart, once a check has failed, and looks which mistake made it.

import { createHmac } from 'node:crypto';
import { inflateSync } from 'node:zlib';

import type { CheckContext } from '@cookie-lessons/check-kit';

import { jsonOf, readJson } from './a-customers-session';
import type { Job } from './a-forger';

interface Result {
  readonly forged: unknown;
  readonly threw: unknown;
}

interface Parts {
  readonly payload: string;
  readonly time: string;
  readonly signature: string;
}

function partsOf(cookie: unknown): Parts {
  const [, payload = '', time = '', signature = ''] = /^(.*)\.([^.]*)\.([^.]*)$/s.exec(String(cookie)) ?? [];
  return { payload, time, signature };
}

const hmac = (hash: string, key: string | Buffer, text: string): Buffer => createHmac(hash, key).update(text).digest();
const derived = (key: string): Buffer => hmac('sha1', key, 'cookie-session');
/** Key and text swapped, or the derived key as text. */
const mixedUp = (key: string): readonly (Buffer | string)[] => [
  hmac('sha1', 'cookie-session', key),
  ...(['hex', 'base64', 'base64url', 'latin1', 'utf8'] as const).map((encoding) => derived(key).toString(encoding)),
];

export function explainForged({ explain }: CheckContext, { issued, nowMs }: Job, result: () => Result): void {
  const { key, cookie, change } = issued;
  const parts = (): Parts => partsOf(result().forged);
  const old = partsOf(cookie);
  const isSignature = (bytes: Buffer): boolean => parts().signature.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === bytes.toString('base64url'); // prettier-ignore
  const signed = (): string => `${parts().payload}.${parts().time}`;
  const isRight = (): boolean => isSignature(hmac('sha1', derived(key), signed()));

  const after = (): Record<string, unknown> | null => (isRight() ? readJson(String(result().forged)) : null);
  const before = jsonOf(cookie);
  const beyondAscii = Object.values(before).filter((value) => /[^\x00-\x7f]/.test(String(value)));
  const kept = Object.keys(before).filter((name) => !(name in change));

  explain('old-signature', () => parts().signature === old.signature);
  explain('no-derivation', () => isSignature(hmac('sha1', key, signed())));
  explain('derivation-mixed-up', () => mixedUp(key).some((each) => isSignature(hmac('sha1', each, signed()))));
  explain('payload-only', () => [key, derived(key)].some((each) => isSignature(hmac('sha1', each, parts().payload))));
  explain('dot-not-signed', () => signed().startsWith('.') && isSignature(hmac('sha1', derived(key), signed().slice(1))));
  explain('another-hash', () => [key, derived(key), hmac('sha256', key, 'cookie-session')].some((each) => isSignature(hmac('sha256', each, signed())))); // prettier-ignore

  explain('time-as-text', () => /^\d{9,}/.test(Buffer.from(parts().time, 'base64url').toString()) || /^\d{9,}/.test(parts().time)); // prettier-ignore
  explain('milliseconds', () => isRight() && secondsOf(parts()) > nowMs / 10);
  explain('from-the-future', () => isRight() && secondsOf(parts()) > nowMs / 1000);
  explain('old-time', () => isRight() && parts().time === old.time);

  explain('not-inflated', () => old.payload.startsWith('.') && result().threw !== null);
  explain('lost-dot', () => isRight() && !parts().payload.startsWith('.') && inflates(parts().payload));
  explain('not-utf-8', () => isRight() && beyondAscii.length > 0 && after() === null);
  explain('from-memory', () => kept.some((name) => !(name in (after() ?? before))));
  explain('not-utf-8', () => beyondAscii.some((value) => !Object.values(after() ?? before).includes(value)));
  explain('only-what-is-there', () => Object.keys(change).some((name) => !(name in (after() ?? change))));
}

function secondsOf({ time }: Parts): number {
  return Buffer.from(time, 'base64url').reduce((sum, byte) => sum * 256 + byte, 0);
}

function inflates(payload: string): boolean {
  try {
    return inflateSync(Buffer.from(payload, 'base64url'), { maxOutputLength: 100_000 }).length > 0;
  } catch {
    return false;
  }
}
