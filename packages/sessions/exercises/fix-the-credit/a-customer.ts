// Customers of the store, honest and dishonest, and what its bills and receipts say.

import { type Browser, type CheckContext, demand, plainText, type StoredCookie } from '@cookie-lessons/check-kit';

/** The price list of task and starter, in cents. */
const priceCents: Readonly<Record<string, number>> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };

export interface Receipt {
  /** What the articles on it cost. */
  readonly costCents: number;
  readonly usedCents: number;
  readonly paidCents: number;
}

export interface Bill {
  readonly totalCents: number;
  readonly creditCents: number;
}

export interface Voucher {
  readonly code: string;
  readonly cents: number;
}

/** Vouchers of this check, and the store started with them. */
export async function openStore(
  { draw, reload }: CheckContext,
  ranges: readonly (readonly [number, number])[],
  label = '',
): Promise<readonly Voucher[]> {
  const vouchers = ranges.map(([min, max], index) => ({
    code: draw.word(`${label}voucher ${index}`, 9).toUpperCase(),
    cents: draw.cents(`${label}worth ${index}`, min, max),
  }));
  await reload({ env: { VOUCHERS: JSON.stringify(Object.fromEntries(vouchers.map(({ code, cents }) => [code, cents]))) } });
  return vouchers;
}

/** Is anybody served at all? Asked only after a failure. */
export function explainRefusal({ browser, explain }: CheckContext): void {
  explain('refuses-everybody', async () => {
    const customer = browser();
    const { status } = await customer.post('/cart', { form: { sku: 'tin', quantity: '1' } });
    return status >= 400 || (await pay(customer)) === null;
  });
}

/** @returns what these articles cost. */
export async function putIntoCart(
  customer: Browser,
  items: readonly (readonly [sku: string, quantity: number])[],
): Promise<number> {
  for (const [sku, quantity] of items) {
    const { status } = await customer.post('/cart', { form: { sku, quantity: String(quantity) } });
    demand(status < 400, `A customer put ${quantity} × ${sku} into the cart, and the store answered ${status}.`);
  }
  return items.reduce((sum, [sku, quantity]) => sum + (priceCents[sku] ?? 0) * quantity, 0);
}

export async function redeem(customer: Browser, { code, cents }: Voucher): Promise<void> {
  const { status } = await customer.post('/redeem', { form: { voucher: code } });
  demand(status < 400, `A voucher of ${inDollars(cents)} was redeemed for the first time, and the store answered ${status}.`);
}

/** A 4xx is an empty bill. */
export async function readBill(customer: Browser): Promise<Bill> {
  const { status, text } = await customer.get('/bill');
  demand(status < 500, `GET /bill broke with status ${status}.`);
  if (status >= 400) return { totalCents: 0, creditCents: 0 };
  const [totalCents, creditCents] = [amountAfter('Total:', text), amountAfter('Credit:', text)];
  demand(
    totalCents !== null && creditCents !== null,
    `GET /bill should show "Total: $" and "Credit: $", each with an amount. It says: "${plainText(text).slice(0, 160)}".`,
  );
  return { totalCents, creditCents };
}

/** @returns null when refused with 4xx. */
export async function pay(customer: Browser): Promise<Receipt | null> {
  const { status, text } = await customer.post('/pay', { follow: false });
  demand(status < 500, `POST /pay broke with status ${status}.`);
  if (status >= 400) return null;
  const [usedCents, paidCents, costCents] = [amountAfter('Credit used:', text), amountAfter('Paid:', text), costOfArticles(text)];
  demand(
    usedCents !== null && paidCents !== null && costCents !== null,
    `A receipt should show "Articles: mixer 1, tin 2", "Credit used: $10.00" and "Paid: $115.47". It says: "${plainText(text).slice(0, 200)}".`,
  );
  return { costCents, usedCents, paidCents };
}

/** Pays as an honest customer, and fails the check when the receipt isn't as it should be. */
export async function payHonestly(
  customer: Browser,
  expected: { readonly cents: number; readonly creditCents: number },
): Promise<void> {
  const receipt = await pay(customer);
  demand(receipt !== null, `An honest customer wants to pay ${inDollars(expected.cents)}, and is refused.`);
  const used = Math.min(expected.cents, expected.creditCents);
  demand(
    receipt.costCents === expected.cents,
    `An order of ${inDollars(expected.cents)} was paid, and the articles on the receipt cost ${inDollars(receipt.costCents)}.`,
  );
  demand(
    receipt.usedCents === used && receipt.paidCents === expected.cents - used,
    `For ${inDollars(expected.cents)} with ${inDollars(expected.creditCents)} of credit, the receipt should say ${inDollars(used)} of credit used and ${inDollars(expected.cents - used)} paid. It says ${inDollars(receipt.usedCents)} and ${inDollars(receipt.paidCents)}.`,
  );
}

/** A jar with these cookies and no others. */
export function withCookies(browser: Browser, cookies: readonly { readonly name: string; readonly value: string }[]): Browser {
  for (const { name } of browser.cookies()) browser.edit(name, undefined);
  for (const { name, value } of cookies) browser.edit(name, value);
  return browser;
}

/** All old, and each single one old among the new. */
export function mixtures(old: readonly StoredCookie[], now: readonly StoredCookie[]): readonly (readonly StoredCookie[])[] {
  const changed = old.filter(({ name, value }) => now.some((cookie) => cookie.name === name && cookie.value !== value));
  const single = changed.slice(0, 4).map((cookie) => now.map((other) => (other.name === cookie.name ? cookie : other)));
  const gone = old.filter(({ name }) => !now.some((cookie) => cookie.name === name));
  return [old, ...(gone.length === 0 ? [] : [[...now, ...gone]]), ...single];
}

/** Values that a customer might write into a cookie in the hope of more credit or a smaller total. */
export function edits(value: string, { creditCents, totalCents }: Bill): readonly string[] {
  const plain = decoded(value);
  const richer = (text: string): string => swap(swap(text, creditCents, 1_000_000), totalCents, 1);
  const encoded = (['base64', 'base64url', 'hex'] as const).map((encoding) => {
    const text = Buffer.from(plain, encoding).toString('latin1');
    return richer(text) === text ? plain : Buffer.from(richer(text), 'latin1').toString(encoding);
  });
  const all = [
    richer(plain),
    ...encoded,
    '1000000',
    '10000.00',
    '$10000.00',
    '1',
    'j:{"creditCents":1000000}',
    `x${plain.slice(1)}`,
  ];
  return [...new Set(all)].filter((text) => text !== plain).map(encodeURIComponent);
}

function swap(text: string, from: number, to: number): string {
  return from === 0 ? text : text.replaceAll((from / 100).toFixed(2), (to / 100).toFixed(2)).replaceAll(String(from), String(to));
}

export function inDollars(cents: number): string {
  return `${cents < 0 ? '-' : ''}$${(Math.abs(cents) / 100).toFixed(2)}`;
}

function amountAfter(word: string, text: string): number | null {
  const [, sign, whole, part] = new RegExp(`${word}\\s*(-?)\\$(-?\\d{1,12})\\.(\\d\\d)`).exec(plainText(text)) ?? [];
  return whole === undefined ? null : Math.round(Number(`${sign ?? ''}${whole}.${part ?? '00'}`) * 100);
}

function costOfArticles(text: string): number | null {
  const [, list] = /Articles:\s*([a-z-]{2,20} \d{1,4}(?:, [a-z-]{2,20} \d{1,4}){0,9})/.exec(plainText(text)) ?? [];
  return (
    list?.split(', ').reduce((sum, article) => {
      const [sku = '', quantity = ''] = article.split(' ');
      return sum + (priceCents[sku] ?? 0) * Number(quantity);
    }, 0) ?? null
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
