// A customer of the store: what they order, and what the till says. Dishonest ones are in dishonest-edits.ts.

import { type Browser, type CheckContext, demand, plainText } from '@cookie-lessons/check-kit';

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
  return orderOf(skus.map((sku) => [sku, draw.integer(`${label} ${sku}`, 2, 5)] as const));
}

/** Two articles in quantities that are easily found again in a cookie; enough of the dear one to pay for a negative cheap one. */
export function drawLargeOrder({ draw }: Pick<CheckContext, 'draw'>): Order {
  return orderOf([
    ['mixer', draw.integer('mixers', 20, 37)],
    ['cutter', draw.integer('cutters', 51, 98)],
  ]);
}

/** May that be charged once the order's cookie was edited? The full price, more, or what some of its articles cost: even none. */
export function isFair(cents: number, { items, cents: fullCents }: Order): boolean {
  const sums = items.reduce(
    (before, [sku, quantity]) =>
      new Set(
        [...before].flatMap((sum) => Array.from({ length: quantity + 1 }, (_, count) => sum + count * (priceCents[sku] ?? 0))),
      ),
    new Set([0]),
  );
  return cents >= fullCents || sums.has(cents);
}

function orderOf(items: Order['items']): Order {
  return { items, cents: items.reduce((sum, [sku, quantity]) => sum + (priceCents[sku] ?? 0) * quantity, 0) };
}

/** Fills the cart, the first article in two portions; fails the check when the store refuses an honest article. */
export async function fillCart(customer: Browser, { items: [first, ...others] }: Order): Promise<void> {
  const portions = first === undefined ? [] : [[first[0], 1] as const, [first[0], first[1] - 1] as const];
  for (const [sku, quantity] of [...portions, ...others]) {
    const answer = await customer.post('/cart', { form: { sku, quantity: String(quantity) } });
    demand(
      answer.status < 400,
      `An honest customer put ${quantity} × ${sku} into the cart, and the store answered ${answer.status}.`,
    );
  }
}

/** To be said first in a check: whoever sells nothing fails everywhere. */
export function explainClosedStore({ browser, explain }: Pick<CheckContext, 'browser' | 'explain'>): void {
  explain('refuses-everybody', async () => {
    const customer = browser();
    const taken = await customer.post('/cart', { form: { sku: 'tin', quantity: '1' } });
    return isRefusal(taken.status) || isRefusal((await customer.post('/pay', { follow: false })).status);
  });
}

export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500;
}

export interface AtTheTill {
  readonly status: number;
  /** What was charged; null when refused, or when no amount is said. */
  readonly cents: number | null;
  readonly says: string;
}

export async function goToTheTill(customer: Browser, form: Readonly<Record<string, string>> = {}): Promise<AtTheTill> {
  const { status, text } = await customer.post('/pay', { form, follow: false });
  return { status, cents: status >= 400 ? null : amountAfter('Paid:', text), says: plainText(text).slice(0, 120) };
}

/** @returns cents, null when refused with 4xx. Anything else fails the check. */
export async function pay(customer: Browser, form: Readonly<Record<string, string>> = {}): Promise<number | null> {
  const { status, cents, says } = await goToTheTill(customer, form);
  demand(status < 500, `POST /pay broke with status ${status}.`);
  demand(
    cents !== null || isRefusal(status),
    `POST /pay should say "Paid: $" and an amount, or refuse with 4xx. It says: "${says}".`,
  );
  return cents;
}

export async function bill(customer: Browser): Promise<number | null> {
  return amountAfter('Total:', (await customer.get('/bill')).text);
}

export function inDollars(cents: number | null): string {
  return cents === null ? 'nothing' : `$${(cents / 100).toFixed(2)}`;
}

function amountAfter(word: string, text: string): number | null {
  const [, sign, whole, part] = new RegExp(`${word}\\s*(-?)\\$(-?[\\d,]{1,18})\\.(\\d\\d)`).exec(plainText(text)) ?? [];
  return whole === undefined ? null : Math.round(Number(`${sign ?? ''}${whole.replaceAll(',', '')}.${part ?? '00'}`) * 100);
}
