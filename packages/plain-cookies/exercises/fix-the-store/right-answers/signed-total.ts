// The total in a cookie, signed with a key that only this server has.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const key = randomBytes(32);
const mac = (text: string) => createHmac('sha256', key).update(`total:${text}`).digest();
const seal = (cents: number) => `${cents}.${mac(String(cents)).toString('hex')}`;
function open(cookie: unknown): number {
  const [, text = '', hex = ''] = /^(\d{1,9})\.([0-9a-f]{64})$/.exec(typeof cookie === 'string' ? cookie : '') ?? [];
  return hex !== '' && timingSafeEqual(Buffer.from(hex, 'hex'), mac(text)) ? Number(text) : 0;
}

const app = express();
app.use(cookieParser());
app.use(express.urlencoded());
app.get('/', (_req, res) => void res.send(Object.keys(priceCents).join('\n')));
app.post('/cart', (req, res) => {
  const { sku, quantity } = req.body;
  const price = Object.prototype.hasOwnProperty.call(priceCents, sku) ? priceCents[sku] : undefined;
  const count = /^\d{1,2}$/.test(quantity) ? parseInt(quantity, 10) : 0;
  if (!price || !count) return void res.status(400).end();
  res.cookie('sum', seal(open(req.cookies.sum) + price * count)).redirect('/bill');
});
app.get('/bill', (req, res) => void res.send(`Total: $${(open(req.cookies.sum) / 100).toFixed(2)}`));
app.post('/pay', (req, res) => {
  const cents = open(req.cookies.sum);
  if (cents === 0) return void res.status(400).send('Empty.');
  res.clearCookie('sum');
  res.send(`Paid: $${(cents / 100).toFixed(2)}`);
});
app.listen(3000);
