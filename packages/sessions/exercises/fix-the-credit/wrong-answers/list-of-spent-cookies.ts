// Caught by: spent-is-spent
// Misconception: old-credit-comes-back
// A cookie with a serial number can be spent once; which numbers are spent, the store knows.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const voucherCents = new Map(Object.entries(JSON.parse(process.env.VOUCHERS ?? '{"WELCOME":1000}') as Record<string, number>));

const app = express();
app.use(cookieParser(randomBytes(32).toString('base64url')), express.urlencoded());

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const options = { httpOnly: true, sameSite: 'lax' } as const;

type Cart = Map<string, number>;
const carts = new Map<string, Cart>();
const redeemed = new Set<string>();

function cartOf(req: Request, res: Response): Cart {
  const known = carts.get(req.cookies.customer);
  if (known) return known;
  const id = randomBytes(24).toString('base64url');
  const cart: Cart = new Map();
  carts.set(id, cart);
  res.cookie('customer', id, options);
  return cart;
}
const totalCents = (cart: Cart): number => [...cart].reduce((sum, [sku, quantity]) => sum + (priceCents[sku] ?? 0) * quantity, 0);

/** Credit is a signed cookie with a serial number. What has been spent is on the list, and can't be spent again. */
const spent = new Set<string>();

function creditOf(req: Request): { serial: string; cents: number } {
  const credit = req.signedCookies.credit;
  return credit && typeof credit.serial === 'string' && !spent.has(credit.serial) ? credit : { serial: '', cents: 0 };
}

function writeCredit(res: Response, cents: number): void {
  res.cookie('credit', { serial: randomBytes(18).toString('base64url'), cents }, { ...options, signed: true });
}

app.get('/', (_req, res) => {
  const forms = Object.entries(priceCents).map(
    ([sku, price]) => `<form method="post" action="/cart">${sku} ${dollars(price)}
    <input type="hidden" name="sku" value="${sku}"><input name="quantity" value="1"><button>Into the cart</button></form>`,
  );
  res.send(`${forms.join('')}<form method="post" action="/redeem"><input name="voucher"><button>Redeem</button></form>
    <a href="/bill">Bill</a>`);
});

app.post('/cart', (req, res) => {
  const { sku, quantity } = req.body ?? {};
  if (typeof quantity !== 'string' || !/^[1-9]\d?$/.test(quantity) || !Object.hasOwn(priceCents, sku))
    return void res.status(400).send('A whole number from 1 to 99 of an article we sell, please.');
  const cart = cartOf(req, res);
  cart.set(sku, (cart.get(sku) ?? 0) + Number(quantity));
  res.redirect(303, '/bill');
});

app.post('/redeem', (req, res) => {
  const voucher = String(req.body?.voucher);
  if (!voucherCents.has(voucher) || redeemed.has(voucher)) return void res.status(400).send('No such voucher, or used.');
  redeemed.add(voucher);
  writeCredit(res, creditOf(req).cents + (voucherCents.get(voucher) ?? 0));
  res.redirect(303, '/bill');
});

app.get('/bill', (req, res) => {
  res.send(`Total: ${dollars(totalCents(cartOf(req, res)))} Credit: ${dollars(creditOf(req).cents)}
    <form method="post" action="/pay"><button>Pay</button></form>`);
});

app.post('/pay', (req, res) => {
  const cart = cartOf(req, res);
  if (cart.size === 0) return void res.status(400).send('Your cart is empty.');
  const total = totalCents(cart);
  const credit = creditOf(req);
  const used = Math.min(total, credit.cents);
  const articles = [...cart].map(([sku, quantity]) => `${sku} ${quantity}`).join(', ');
  if (credit.serial) {
    spent.add(credit.serial);
    writeCredit(res, credit.cents - used);
  }
  cart.clear();
  res.send(`<p>Articles: ${articles}</p><p>Credit used: ${dollars(used)}</p><p>Paid: ${dollars(total - used)}</p>`);
});

export default app;
