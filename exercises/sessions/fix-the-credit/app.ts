// The store with credit: total and credit in signed cookies, the cart on the server under the customer's number.
// What a signature doesn't prove: packages/sessions/lesson-text/what-to-keep-out.md

import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const voucherCents = new Map(Object.entries(JSON.parse(process.env.VOUCHERS ?? '{"WELCOME":1000}') as Record<string, number>));

const app = express();
app.use(cookieParser(randomBytes(32).toString('base64url')), express.urlencoded());

const dollars = (cents: number): string => `${cents < 0 ? '-' : ''}$${(Math.abs(cents) / 100).toFixed(2)}`;
const options = { signed: true, httpOnly: true, sameSite: 'lax' } as const;

const carts = new Map<string, Map<string, number>>();
let lastNumber = 1000;

function cartOf(req: Request, res: Response): Map<string, number> {
  // TODO: who can guess another customer's number? And whose number is it, if we never issued it?
  const number = String(req.cookies.customer ?? ++lastNumber);
  res.cookie('customer', number, { httpOnly: true, sameSite: 'lax' });
  const cart = carts.get(number) ?? new Map<string, number>();
  carts.set(number, cart);
  return cart;
}

// TODO: both are signed, so nobody can edit them. What about an older one, with the signature it got then?
const totalCents = (req: Request): number => Number(req.signedCookies.total || 0);
const creditCents = (req: Request): number => Number(req.signedCookies.credit || 0);

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
  res.cookie('total', String(totalCents(req) + (priceCents[sku] ?? 0) * Number(quantity)), options);
  res.redirect(303, '/bill');
});

app.post('/redeem', (req, res) => {
  const worth = voucherCents.get(String(req.body?.voucher));
  // TODO: a voucher counts once.
  if (worth === undefined) return void res.status(400).send('No such voucher.');
  res.cookie('credit', String(creditCents(req) + worth), options);
  res.redirect(303, '/bill');
});

app.get('/bill', (req, res) => {
  res.send(`Total: ${dollars(totalCents(req))} Credit: ${dollars(creditCents(req))}
    <form method="post" action="/pay"><button>Pay</button></form>`);
});

app.post('/pay', (req, res) => {
  const cart = cartOf(req, res);
  if (cart.size === 0) return void res.status(400).send('Your cart is empty.');
  const articles = [...cart].map(([sku, quantity]) => `${sku} ${quantity}`).join(', ');
  const credit = creditCents(req);
  // TODO: a credit of $10.00 pays no more than $10.00, and a small order leaves some of it.
  const left = credit - totalCents(req);
  cart.clear();
  res.clearCookie('total');
  res.cookie('credit', String(left), options);
  res.send(`<p>Articles: ${articles}</p><p>Credit used: ${dollars(credit)}</p><p>Paid: ${dollars(-left)}</p>`);
});

export default app;
