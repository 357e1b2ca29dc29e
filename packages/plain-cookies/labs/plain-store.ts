// The store of the seed story: cart, total and credit travel in plain cookies, and the checkout decides whom to believe.
// createStore({ believes: 'cookies' }) charges what the cookies say; 'server' looks prices and credit up. All state is the
// instance's. vulnerable-store.ts and fixed-store.ts make one each, for a box; the site mounts createStore itself.
//
//   GET  /          the order as a page; sets the cookies
//   GET  /order     the same as JSON: { items: [{ sku, quantity }], total: "$125.47", credit: "$10.00" }
//   POST /checkout  pays. Answers with the receipt: { order, items, total, credit }, or 400 with { error }

import cookieParser from 'cookie-parser';
import express, { type Express, type Request, type Response } from 'express';

import { centsFrom, inDollars } from './money';

export interface Item {
  readonly sku: string;
  readonly quantity: number;
}

export interface StoreSetup {
  /** Price list: cents by sku. */
  readonly prices: Readonly<Record<string, number>>;
  /** The order every customer finds in the cart. */
  readonly items: readonly Item[];
  readonly creditCents: number;
  readonly cookieNames: { readonly cart: string; readonly total: string; readonly credit: string };
}

/** What the store's books say of one order. Amounts in cents. */
export interface LedgerEntry {
  readonly order: number;
  readonly items: readonly Item[];
  readonly totalCents: number;
  readonly creditCents: number;
}

/** What came with a POST /checkout, as it was sent. */
export interface Checkout {
  readonly cookie: string;
  readonly setCookie: string;
  readonly query: string;
  readonly body: string;
}

export interface Store {
  readonly app: Express;
  /** The orders that were paid, oldest first. */
  readLedger(): readonly LedgerEntry[];
  /** Every checkout that was tried, accepted or not. */
  readCheckouts(): readonly Checkout[];
}

/** $125.47 of baking things, and $10.00 of store credit. */
export const bakeryOrder: StoreSetup = {
  prices: { 'stand-mixer': 9900, 'rolling-pin': 1849, 'cookie-cutter': 399 },
  items: [
    { sku: 'stand-mixer', quantity: 1 },
    { sku: 'rolling-pin', quantity: 1 },
    { sku: 'cookie-cutter', quantity: 2 },
  ],
  creditCents: 1000,
  cookieNames: { cart: 'cart', total: 'total', credit: 'credit' },
};

export function createStore({
  believes,
  setup = bakeryOrder,
}: {
  readonly believes: 'cookies' | 'server';
  readonly setup?: StoreSetup;
}): Store {
  const ledger: LedgerEntry[] = [];
  const checkouts: Checkout[] = [];
  const totalCents = priceOf(setup.items, setup);
  const app = express();
  app.use(cookieParser(), express.text({ type: () => true }));

  app.get('/', (_req, res) => {
    setCookies(res, setup, totalCents);
    res.send(page(setup, totalCents));
  });
  app.get('/order', (_req, res) => {
    setCookies(res, setup, totalCents);
    res.json({ items: setup.items, total: inDollars(totalCents), credit: inDollars(setup.creditCents) });
  });
  app.post('/checkout', (req, res) => {
    checkouts.push(asSent(req));
    const items = itemsFrom(cookie(req, setup.cookieNames.cart), setup);
    if (items === null) return void res.status(400).json({ error: 'Your cart is empty.' });
    const charged = believes === 'server' ? priceOf(items, setup) : centsFrom(cookie(req, setup.cookieNames.total));
    const creditCents = believes === 'server' ? setup.creditCents : centsFrom(cookie(req, setup.cookieNames.credit));
    if (charged === null || creditCents === null) return void res.status(400).json({ error: 'An amount looks like $12.50.' });
    const entry = { order: ledger.length + 1, items, totalCents: charged, creditCents };
    ledger.push(entry);
    res.json({ order: entry.order, items, total: inDollars(charged), credit: inDollars(creditCents) });
  });
  return { app, readLedger: () => [...ledger], readCheckouts: () => [...checkouts] };
}

function asSent({ headers, originalUrl, body }: Request): Checkout {
  const text: unknown = body;
  return {
    cookie: headers.cookie ?? '',
    setCookie: String(headers['set-cookie'] ?? ''),
    query: originalUrl,
    body: typeof text === 'string' ? text : '',
  };
}

function setCookies(res: Response, { items, creditCents, cookieNames }: StoreSetup, totalCents: number): void {
  res.cookie(cookieNames.cart, items.map(({ sku, quantity }) => `${sku}:${quantity}`).join(' '));
  res.cookie(cookieNames.total, inDollars(totalCents));
  res.cookie(cookieNames.credit, inDollars(creditCents));
}

function cookie(req: Request, name: string): unknown {
  return (req.cookies as Readonly<Record<string, unknown>>)[name];
}

/** @returns null for an empty cart and for one with anything the store doesn't sell. */
function itemsFrom(cart: unknown, { prices }: StoreSetup): readonly Item[] | null {
  if (typeof cart !== 'string') return null;
  const items = cart.split(' ').map((entry) => {
    const [, sku = '', quantity = ''] = /^([a-z-]{1,40}):([1-9][0-9]?)$/.exec(entry) ?? [];
    return { sku, quantity: Number(quantity) };
  });
  return items.every(({ sku }) => Object.hasOwn(prices, sku)) ? items : null;
}

function priceOf(items: readonly Item[], { prices }: StoreSetup): number {
  return items.reduce((sum, { sku, quantity }) => sum + (prices[sku] ?? 0) * quantity, 0);
}

function page({ items, creditCents }: StoreSetup, totalCents: number): string {
  const rows = items.map(({ sku, quantity }) => `<li>${quantity} × ${sku}</li>`).join('');
  return `<!doctype html><title>Toy store</title><h1>Your order</h1><ul>${rows}</ul>
<p>Total: <strong>${inDollars(totalCents)}</strong>. Store credit: ${inDollars(creditCents)}.</p>
<form method="post" action="/checkout"><input type="hidden" name="total" value="${inDollars(totalCents)}"><button>Pay</button></form>`;
}
