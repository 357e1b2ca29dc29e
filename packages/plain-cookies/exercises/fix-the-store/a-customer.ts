// Customers of the store, honest and dishonest.

import { createHash } from 'node:crypto';

import { type Browser, type CheckContext, demand, plainText, type StoredCookie } from '@cookie-lessons/check-kit';

/** The price list of task and starter, in cents. */
export const priceCents: Readonly<Record<string, number>> = {
  mixer: 9999,
  'rolling-pin': 1550,
  cutter: 499,
  apron: 2425,
  tin: 1275,
};

export interface Order {
  readonly items: readonly (readonly [sku: string, quantity: number])[];
  readonly cents: number;
}

/** Two to four different articles, in drawn quantities. */
export function drawOrder({ draw }: Pick<CheckContext, 'draw'>, label: string): Order {
  const skus = draw.shuffle(`${label} articles`, Object.keys(priceCents)).slice(0, draw.integer(`${label} count`, 2, 4));
  const items = skus.map((sku) => [sku, draw.integer(`${label} ${sku}`, 1, 5)] as const);
  return { items, cents: items.reduce((sum, [sku, quantity]) => sum + (priceCents[sku] ?? 0) * quantity, 0) };
}

/** Fills the cart; fails the check when the store refuses an honest article. */
export async function fillCart(customer: Browser, { items }: Order): Promise<void> {
  for (const [sku, quantity] of items) {
    const answer = await customer.post('/cart', { form: { sku, quantity: String(quantity) } });
    demand(
      answer.status < 400,
      `An honest customer put ${quantity} × ${sku} into the cart, and the store answered ${answer.status}.`,
    );
  }
}

/** @returns cents, null when refused with 4xx. Anything else fails the check. */
export async function pay(customer: Browser, form: Readonly<Record<string, string>> = {}): Promise<number | null> {
  const answer = await customer.post('/pay', { form, follow: false });
  demand(answer.status < 500, `POST /pay broke with status ${answer.status}.`);
  if (answer.status >= 400) return null;
  const paid = amountAfter('Paid:', answer.text);
  demand(
    paid !== null,
    `POST /pay should say "Paid: $" and an amount, or refuse with 4xx. It says: "${plainText(answer.text).slice(0, 120)}".`,
  );
  return paid;
}

export async function bill(customer: Browser): Promise<number | null> {
  return amountAfter('Total:', (await customer.get('/bill')).text);
}

export function inDollars(cents: number | null): string {
  return cents === null ? 'nothing' : `$${(cents / 100).toFixed(2)}`;
}

function amountAfter(word: string, text: string): number | null {
  const [, sign, whole, part] = new RegExp(`${word}\\s*(-?)\\$(-?\\d{1,12})\\.(\\d\\d)`).exec(plainText(text)) ?? [];
  return whole === undefined ? null : Math.round(Number(`${sign ?? ''}${whole}.${part ?? '00'}`) * 100);
}

export type Trick = 'plain' | 'encoded' | 'hashed';

const cheapCents = 150;

/** What a dishonest customer writes into one cookie after the other, in the hope of paying $1.50. */
export function tricks(
  cookies: readonly StoredCookie[],
  cents: number,
): readonly { trick: Trick; name: string; value: string; wasHttpOnly: boolean }[] {
  return cookies.flatMap(({ name, value, httpOnly }) => {
    const candidates: readonly (readonly [Trick, string])[] = [
      ['hashed', cheaperHash(decoded(value), cents)],
      ['plain', cheaper(decoded(value), cents)],
      ['encoded', reencoded(value, 'base64', cents)],
      ['encoded', reencoded(value, 'base64url', cents)],
      ['encoded', reencoded(value, 'hex', cents)],
      ['plain', '$1.50'],
      ['plain', '1.50'],
      ['plain', String(cheapCents)],
    ];
    return candidates
      .filter(([, text]) => text !== decoded(value))
      .map(([trick, text]) => ({ trick, name, value: encodeURIComponent(text), wasHttpOnly: httpOnly }));
  });
}

function cheaper(text: string, cents: number): string {
  return text.replaceAll((cents / 100).toFixed(2), (cheapCents / 100).toFixed(2)).replaceAll(String(cents), String(cheapCents));
}

function reencoded(value: string, encoding: 'base64' | 'base64url' | 'hex', cents: number): string {
  const text = Buffer.from(decoded(value), encoding).toString('utf8');
  const changed = cheaper(text, cents);
  return changed === text ? decoded(value) : Buffer.from(changed).toString(encoding);
}

/** Every hash of the amount, in the usual spellings, becomes that of the cheap one. */
function cheaperHash(text: string, cents: number): string {
  let changed = text;
  for (const write of [
    (amount: number) => `$${(amount / 100).toFixed(2)}`,
    (amount: number) => (amount / 100).toFixed(2),
    String,
  ]) {
    for (const algorithm of ['sha256', 'sha1', 'md5']) {
      for (const encoding of ['hex', 'base64', 'base64url'] as const) {
        const hash = (amount: number): string => createHash(algorithm).update(write(amount)).digest(encoding);
        changed = changed.replaceAll(hash(cents), hash(cheapCents));
      }
    }
  }
  return changed === text ? text : cheaper(changed, cents);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
