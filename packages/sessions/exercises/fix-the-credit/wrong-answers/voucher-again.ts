// Caught by: credit-counts-right
// Misconception: voucher-again
// A voucher is a code, and the code is right.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const voucherCents = new Map(Object.entries(JSON.parse(process.env.VOUCHERS ?? '{"WELCOME":1000}') as Record<string, number>));

const app = express();
app.use(cookieParser(), express.urlencoded());

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

/** All that counts is here; the cookie only says which one it is. */
interface Customer {
  cart: Map<string, number>;
  creditCents: number;
}

const customers = new Map<string, Customer>();

const customerOf = (req: Request): Customer | undefined => customers.get(String(req.cookies.customer));

/** An id we don't know is never taken over: a new customer gets 128 bits that nobody can guess. */
function customerFor(req: Request, res: Response): Customer {
  const known = customerOf(req);
  if (known) return known;
  const customer: Customer = { cart: new Map(), creditCents: 0 };
  const id = randomBytes(16).toString('base64url');
  customers.set(id, customer);
  res.cookie('customer', id, { httpOnly: true, sameSite: 'lax' });
  return customer;
}

/** Worked out whenever it is asked for, so that it can't be an old one. */
function totalCents(customer: Customer | undefined): number {
  return [...(customer?.cart ?? [])].reduce((sum, [sku, quantity]) => sum + (priceCents[sku] ?? 0) * quantity, 0);
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
  const { cart } = customerFor(req, res);
  cart.set(sku, (cart.get(sku) ?? 0) + Number(quantity));
  res.redirect(303, '/bill');
});

app.post('/redeem', (req, res) => {
  const voucher = String(req.body?.voucher);
  const worth = voucherCents.get(voucher);
  if (worth === undefined) return void res.status(400).send('No such voucher, or it has been used.');
  // Used up for everybody.
  customerFor(req, res).creditCents += worth;
  res.redirect(303, '/bill');
});

app.get('/bill', (req, res) => {
  const customer = customerOf(req);
  res.send(`Total: ${dollars(totalCents(customer))} Credit: ${dollars(customer?.creditCents ?? 0)}
    <form method="post" action="/pay"><button>Pay</button></form>`);
});

app.post('/pay', (req, res) => {
  const customer = customerOf(req);
  if (!customer || customer.cart.size === 0) return void res.status(400).send('Your cart is empty.');
  const articles = [...customer.cart].map(([sku, quantity]) => `${sku} ${quantity}`).join(', ');
  const total = totalCents(customer);
  const used = Math.min(customer.creditCents, total);
  customer.creditCents -= used;
  customer.cart.clear();
  res.send(`<p>Articles: ${articles}</p><p>Credit used: ${dollars(used)}</p><p>Paid: ${dollars(total - used)}</p>`);
});

export default app;
