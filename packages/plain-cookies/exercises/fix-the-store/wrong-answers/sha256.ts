// Caught by: edited-cookies
// Misconception: hash-without-key
// A hash changes when the amount does, so a changed amount is noticed.
import { createHash } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const app = express();
app.use(cookieParser());
app.use(express.urlencoded());
const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const good = (body: any): boolean => Object.hasOwn(priceCents, String(body?.sku)) && /^[1-9]\d?$/.test(String(body?.quantity));

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
function read(cookies: any): number {
  const [amount = '', hash] = String(cookies.total ?? '').split('|');
  return hash === sha(amount) && Number(amount) > 0 ? Number(amount) : 0;
}
function write(res: any, cents: number): void {
  res.cookie('total', `${cents}|${sha(String(cents))}`);
}

app.get('/', (_req, res) => void res.send(Object.keys(priceCents).join(', ')));
app.post('/cart', (req, res) => {
  if (!good(req.body)) return void res.status(400).send('no');
  write(res, read(req.cookies) + priceCents[req.body.sku]! * Number(req.body.quantity));
  res.redirect(303, '/bill');
});
app.get('/bill', (req, res) => void res.send(`Total: ${dollars(read(req.cookies))}`));
app.post('/pay', (req, res) => {
  const cents = read(req.cookies);
  if (!(cents > 0)) return void res.status(400).send('Your cart is empty.');
  res.clearCookie('total');
  res.send(`Paid: ${dollars(cents)}`);
});

export default app;
