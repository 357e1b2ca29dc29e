// What is wanted may stand in a cookie that anybody can edit: it is looked at closely, and its prices are looked up.
import { randomUUID } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request } from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const vouchers = new Map<string, number | 'used'>(Object.entries(JSON.parse(process.env.VOUCHERS ?? '{"WELCOME":1000}')));
const purses = new Map<string, { cents: number }>();

const app = express();
app.use(cookieParser(), express.urlencoded());

function itemsOf(req: Request): [string, number][] {
  const text = String(req.cookies.items ?? '');
  const items = text.split('_').map((item) => /^([a-z-]+)\.([1-9]\d{0,3})$/.exec(item));
  if (!items.every((item) => item !== null && Object.hasOwn(priceCents, item[1]!))) return [];
  return items.map((item) => [item![1]!, Number(item![2])]);
}
const sum = (items: [string, number][]) => items.reduce((cents, [sku, n]) => cents + n * priceCents[sku]!, 0);
const purse = (req: Request) => purses.get(String(req.cookies.purse)) ?? { cents: 0 };
const usd = (cents: number) => `$${(cents / 100).toFixed(2)}`;

app.get('/', (_req, res) => void res.json(priceCents));
app.post('/cart', (req, res) => {
  const { sku, quantity } = req.body ?? {};
  if (!/^([1-9]|[1-9][0-9])$/.test(String(quantity)) || !Object.hasOwn(priceCents, String(sku))) return void res.sendStatus(400);
  const items = new Map(itemsOf(req));
  items.set(sku, (items.get(sku) ?? 0) + Number(quantity));
  res.cookie('items', [...items].map((item) => item.join('.')).join('_'), { sameSite: 'lax' });
  res.redirect('/bill');
});
app.post('/redeem', (req, res) => {
  const cents = vouchers.get(String(req.body?.voucher));
  if (cents === undefined || cents === 'used') return void res.status(400).send(`Sorry: ${cents ?? 'unknown'}.`);
  vouchers.set(req.body.voucher, 'used');
  let mine = purses.get(String(req.cookies.purse));
  if (!mine) {
    const id = randomUUID();
    purses.set(id, (mine = { cents: 0 }));
    res.cookie('purse', id, { httpOnly: true, secure: true, sameSite: 'strict' });
  }
  mine.cents += cents;
  res.redirect('/bill');
});
app.get('/bill', (req, res) => void res.send(`Total: ${usd(sum(itemsOf(req)))}, Credit: ${usd(purse(req).cents)}`));
app.post('/pay', (req, res) => {
  const items = itemsOf(req);
  if (items.length === 0) return void res.status(400).send('Empty.');
  const used = Math.min(purse(req).cents, sum(items));
  purse(req).cents -= used;
  res.clearCookie('items', { sameSite: 'lax' });
  res.send(
    `Articles: ${items.map((item) => item.join(' ')).join(', ')}; Credit used: ${usd(used)}; Paid: ${usd(sum(items) - used)}`,
  );
});
export default app;
