// The cart stays on the server; the cookie is a number nobody can guess.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const carts = new Map<string, Map<string, number>>();
const sum = (cart?: Map<string, number>) => [...(cart ?? [])].reduce((cents, [sku, n]) => cents + priceCents[sku]! * n, 0);
const money = (cents: number) => '$' + (cents / 100).toFixed(2);

export const app = express().use(cookieParser(), express.urlencoded({ extended: false }));
app.get('/', (_req, res) => void res.json(priceCents));
app.post('/cart', (req, res) => {
  const sku = new Map(Object.entries(priceCents)).has(req.body.sku) ? (req.body.sku as string) : undefined;
  const n = [...Array(99).keys()].map((k) => String(k + 1)).indexOf(req.body.quantity) + 1;
  if (sku === undefined || n === 0) return void res.sendStatus(422);
  let id = String(req.cookies.cart_id);
  if (!carts.has(id)) {
    id = randomBytes(16).toString('hex');
    carts.set(id, new Map());
    res.cookie('cart_id', id, { httpOnly: true, sameSite: 'lax' });
  }
  const cart = carts.get(id)!;
  cart.set(sku, (cart.get(sku) ?? 0) + n);
  res.status(201).send('In the cart.');
});
app.get('/bill', (req, res) => void res.send(`<p>Total: <b>${money(sum(carts.get(String(req.cookies.cart_id))))}</b></p>`));
app.post('/pay', (req, res) => {
  const id = String(req.cookies.cart_id);
  const cents = sum(carts.get(id));
  carts.delete(id);
  if (cents === 0) return void res.status(409).send('Nothing to pay.');
  res.clearCookie('cart_id').send(`Paid: ${money(cents)}. Thank you!`);
});
