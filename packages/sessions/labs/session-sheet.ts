// The sheet of read-a-session: four cookies, drawn for one student. Cookies only; nothing here knows an answer.

import { createHmac } from 'node:crypto';

import { encodeFlaskSession } from 'flask-session-cookie';

import { sealAsIron } from './seal-as-iron';

/** What a cookie is about; which letter it gets is drawn. */
export type Topic = 'login' | 'cart' | 'credit' | 'sealed';

export interface SheetCookie {
  readonly letter: string;
  readonly topic: Topic;
  readonly name: string;
  readonly value: string;
}

/** The same student always gets the same sheet. */
export function drawSheet(studentId: string): readonly SheetCookie[] {
  const bytes = (label: string): Buffer =>
    createHmac('sha256', 'read-a-session')
      .update(JSON.stringify([studentId, label]))
      .digest();
  const number = (label: string, below: number): number => bytes(label).readUInt32BE(0) % below;
  const shuffled = <T>(label: string, from: readonly T[]): T[] =>
    from
      .map((item, index) => ({ item, rank: number(`${label} ${index}`, 0xffff_ffff) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  const cookies = changeOne(
    makeSessions({ bytes, number, shuffled }),
    (['login', 'cart', 'credit'] as const)[number('which is changed', 3)] ?? 'cart',
  );
  return shuffled('order', cookies).map((cookie, index) => ({ letter: 'ABCD'.charAt(index), ...cookie }));
}

type Cookie = Omit<SheetCookie, 'letter'>;

/** A cookie, and the same one with other contents, made by the same server in the same second. */
interface Made extends Cookie {
  readonly other: string;
}

interface Dice {
  bytes(label: string): Buffer;
  number(label: string, below: number): number;
  shuffled<T>(label: string, from: readonly T[]): T[];
}

function makeSessions({ bytes, number, shuffled }: Dice): Made[] {
  const [user = '', inviter = '', stranger = ''] = shuffled('customers', customers);
  const chosen = shuffled('articles', articles).slice(0, 4 + number('how many articles', 2));
  const nowMs = firstSecondMs + number('second', 63_000_000) * 1000;
  const secretKey = bytes('key').toString('hex');
  const flask = (session: Parameters<typeof encodeFlaskSession>[0], daysAgo = 0): string =>
    encodeFlaskSession(session, { secretKey, nowMs: nowMs - daysAgo * 86_400_000 });
  const cart = (quantity: (index: number) => number): string =>
    flask({ cart: chosen.map((article, index) => ({ article, quantity: quantity(index) })), currency: 'USD' }, 1);
  const credit = (atLeast: number): string =>
    `$${atLeast + number(`dollars from ${atLeast}`, 90)}.${10 + number(`cents from ${atLeast}`, 90)}`;
  const sealed = { keyText: secretKey, bytes, expiresMs: nowMs + 1_209_600_000 };
  return [
    {
      topic: 'login',
      name: 'session',
      value: flask({ user, invited_by: inviter }),
      other: flask({ user: stranger, invited_by: inviter }),
    },
    {
      topic: 'cart',
      name: 'session',
      value: cart((index) => 1 + number(`quantity ${index}`, 9)),
      other: cart(() => 10),
    },
    {
      topic: 'credit',
      name: 'credit',
      value: signedByExpress(credit(5), secretKey),
      other: signedByExpress(credit(100), secretKey),
    },
    { topic: 'sealed', name: 'session', value: sealAsIron({ user: stranger, admin: true }, sealed), other: '' },
  ];
}

const firstSecondMs = Date.UTC(2024, 0, 1);

const customers = 'ada alma bela bruno carla dario edda felix goran hana ines jonas kira lena milan nadia oskar paula'.split(' ');

const articles = [
  'stand mixer',
  'rolling pin',
  'cookie cutter',
  'baking tray',
  'cooling rack',
  'pastry brush',
  'icing bag',
  'sugar sieve',
  'kitchen scale',
  'dough hook',
];

/** What `res.cookie(name, value, { signed: true })` writes. */
function signedByExpress(value: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(value).digest('base64').replace(/=+$/, '');
  return encodeURIComponent(`s:${value}.${signature}`);
}

/** Puts the signature of its other contents onto one of the cookies: that of somebody who changed it and had no key. */
function changeOne(made: readonly Made[], changed: Topic): Cookie[] {
  return made.map(({ other, ...cookie }) =>
    cookie.topic === changed ? { ...cookie, value: `${upToSignature(cookie.value)}${signatureOf(other)}` } : cookie,
  );
}

function upToSignature(value: string): string {
  return value.slice(0, value.lastIndexOf('.') + 1);
}

function signatureOf(value: string): string {
  return value.slice(value.lastIndexOf('.') + 1);
}
