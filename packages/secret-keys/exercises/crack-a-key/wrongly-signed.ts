// Tells mistakes apart by cookies that are signed in a mistaken way: only a program with that mistake finds their key.

import { createHmac } from 'node:crypto';

import type { CheckContext } from '@cookie-lessons/check-kit';

import { crackerOf, type Crack } from './a-cracker';
import { asCookie, issue, type Kind, signatureOf } from './an-issued-cookie';
import { plainWord } from './a-word-list';

type Context = Pick<CheckContext, 'functions' | 'draw' | 'explain'>;

const hmac = (hash: string, key: string | Buffer, text: string): Buffer => createHmac(hash, key).update(text).digest();
const derived = (key: string): Buffer => hmac('sha1', key, 'cookie-session');
/** Key and text swapped, or the derived key as text. */
const mixedUp = (key: string): readonly (Buffer | string)[] => [
  hmac('sha1', 'cookie-session', key),
  ...(['hex', 'base64', 'base64url', 'latin1', 'utf8'] as const).map((encoding) => derived(key).toString(encoding)),
];

/** Another signature over what a Flask cookie holds. */
const flaskMistakes: Readonly<Record<string, readonly ((key: string, text: string) => Buffer | string)[]>> = {
  'no-derivation': [(key, text) => hmac('sha1', key, text)],
  'derivation-mixed-up': Array.from({ length: 6 }, (_, index) => (key, text) => hmac('sha1', mixedUp(key)[index] ?? '', text)),
  'payload-only': [
    (key, text) => hmac('sha1', derived(key), text.slice(0, text.lastIndexOf('.'))),
    (key, text) => hmac('sha1', key, text.slice(0, text.lastIndexOf('.'))),
  ],
  'dot-not-signed': [(key, text) => hmac('sha1', derived(key), text.replace(/^\./, ''))],
  'another-hash': [
    (key, text) => hmac('sha256', hmac('sha256', key, 'cookie-session'), text),
    (key, text) => hmac('sha256', derived(key), text),
    (key, text) => hmac('sha256', key, text),
  ],
  'another-alphabet': [(key, text) => hmac('sha1', derived(key), text).toString('base64')],
};

export function explainFlask({ functions, draw, explain }: Context): void {
  const crack = crackerOf({ functions });
  const key = plainWord(draw, 'mistaken');
  for (const [misconception, signs] of Object.entries(flaskMistakes))
    explain(misconception, async () => {
      for (const kind of ['flask', 'compressed'] as const) {
        const cookie = issue(draw, 'mistaken', kind, key);
        const text = cookie.slice(0, cookie.lastIndexOf('.'));
        for (const sign of signs) {
          const signature = sign(key, text);
          const written =
            typeof signature === 'string' ? [signature, signature.replace(/=+$/, '')] : [signature.toString('base64url')];
          for (const each of written)
            if (cookie !== `${text}.${each}` && (await finds(crack, `${text}.${each}`, key))) return true;
        }
      }
      return false;
    });
  explain('counts-dots', () => countsDots(crack, draw));
}

export function explainSigned({ functions, draw, explain }: Context): void {
  const crack = crackerOf({ functions });
  const key = plainWord(draw, 'mistaken');
  const value = draw.word('mistaken value');
  const signature = signatureOf(value, key);
  const bare = signature.replace(/=+$/, '');
  explain('padded', () => finds(crack, asCookie(value, signature), key));
  explain('another-alphabet', async () => {
    const urlSafe = bare.replaceAll('+', '-').replaceAll('/', '_');
    const honest = issue(draw, 'mistaken', 'signed', key);
    const ofHonest = decodeURIComponent(honest).slice(2);
    const other = ofHonest
      .slice(ofHonest.lastIndexOf('.') + 1)
      .replaceAll('+', '-')
      .replaceAll('/', '_');
    const text = ofHonest.slice(0, ofHonest.lastIndexOf('.'));
    return (urlSafe !== bare && (await finds(crack, asCookie(value, urlSafe), key))) || finds(crack, asCookie(text, other), key);
  });
  explain('still-encoded', async () => {
    const encoded = encodeURIComponent(`${value} é`);
    const asItCame = `s%3A${encoded}.${signatureOf(encoded, key).replace(/=+$/, '')}`;
    if (await finds(crack, asItCame, key)) return true;
    return (await finds(crack, `s:${value}.${bare}`, key)) && !(await finds(crack, asCookie(value, bare), key));
  });
  explain('prefix-signed', () => finds(crack, asCookie(value, signatureOf(`s:${value}`, key).replace(/=+$/, '')), key));
  explain('counts-dots', () => countsDots(crack, draw));
  explain('first-dot', async () => {
    const found = async (kind: Kind): Promise<boolean> => finds(crack, issue(draw, 'first dot', kind, key), key);
    return (await found('signed')) && !(await found('dotted'));
  });
}

/** Only the cookies with the usual number of dots are found. */
async function countsDots(crack: Crack, draw: CheckContext['draw']): Promise<boolean> {
  const key = plainWord(draw, 'dots');
  const found = async (kind: Kind): Promise<boolean> => finds(crack, issue(draw, `dots ${kind}`, kind, key), key);
  return (await found('flask')) && !(await found('compressed')) && (await found('signed')) && !(await found('dotted'));
}

/** In a list in which the key is neither the first word nor the last. */
async function finds(crack: Crack, cookie: string, key: string): Promise<boolean> {
  return (await crack(cookie, `zzz\n${key}\nzzzz\n`).catch(() => null)) === key;
}
