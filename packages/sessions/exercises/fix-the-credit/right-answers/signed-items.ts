// What is wanted is in a signed cookie, with an order id that is good once; the credit is on the server.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import express, { type Request, type Response } from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const vouchers: Record<string, number> = Object.assign(Object.create(null), JSON.parse(process.env.VOUCHERS ?? '{}'));
const key = randomBytes(32);
const mac = (name: string, text: string) => createHmac('sha256', key).update(`${name}=${text}`).digest();
const credit = new Map<string, number>();
const paidOrders = new Set<string>();

export function createApp() {
  const app = express().use(express.urlencoded({ extended: false }));
  const set = (res: Response, name: string, text: string) => {
    const value = `${Buffer.from(text).toString('base64url')}.${mac(name, text).toString('base64url')}`;
    res.append('Set-Cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`);
  };
  const get = (req: Request, name: string): string | null => {
    const pair = (req.headers.cookie ?? '').split('; ').find((one) => one.startsWith(`${name}=`));
    const [text = '', signature = ''] = (pair?.slice(name.length + 1) ?? '')
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    const expected = mac(name, Buffer.from(text, 'latin1').toString());
    const given = Buffer.from(signature, 'latin1');
    return given.length === expected.length && timingSafeEqual(given, expected) ? Buffer.from(text, 'latin1').toString() : null;
  };
  const order = (req: Request): { id: string; items: Record<string, number> } => {
    const text = get(req, 'order');
    const known = text === null ? null : (JSON.parse(text) as { id: string; items: Record<string, number> });
    return known && !paidOrders.has(known.id) ? known : { id: randomBytes(12).toString('hex'), items: {} };
  };
  const cost = (items: Record<string, number>) =>
    Object.entries(items).reduce((sum, [sku, n]) => sum + (priceCents[sku] ?? 0) * n, 0);
  const money = (cents: number) => `$${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

  app.get('/', (_req, res) => void res.json(priceCents));
  app.post('/cart', (req, res) => {
    const { sku, quantity } = req.body as Record<string, string>;
    const n = /^\d{1,2}$/.test(quantity ?? '') ? Number(quantity) : 0;
    if (n === 0 || !Object.keys(priceCents).includes(sku ?? '')) return void res.sendStatus(422);
    const { id, items } = order(req);
    items[sku!] = (items[sku!] ?? 0) + n;
    set(res, 'order', JSON.stringify({ id, items }));
    res.status(201).json({ items });
  });
  app.post('/redeem', (req, res) => {
    const code = String(req.body.voucher);
    const worth = vouchers[code];
    if (worth === undefined) return void res.sendStatus(404);
    delete vouchers[code];
    const id = get(req, 'who') ?? randomBytes(16).toString('hex');
    credit.set(id, (credit.get(id) ?? 0) + worth);
    set(res, 'who', id);
    res.json({ redeemed: money(worth) });
  });
  app.get('/bill', (req, res) => {
    const have = credit.get(get(req, 'who') ?? '') ?? 0;
    res.json([`Total: ${money(cost(order(req).items))}`, `Credit: ${money(have)}`]);
  });
  app.post('/pay', (req, res) => {
    const { id, items } = order(req);
    const total = cost(items);
    if (total === 0) return void res.sendStatus(409);
    const who = get(req, 'who') ?? '';
    const used = Math.min(total, credit.get(who) ?? 0);
    if (used > 0) credit.set(who, credit.get(who)! - used);
    paidOrders.add(id);
    res.append('Set-Cookie', 'order=; Path=/; Max-Age=0');
    const articles = Object.entries(items).map((pair) => pair.join(' '));
    res.json([`Articles: ${articles.join(', ')}`, `Credit used: ${money(used)}`, `Paid: ${money(total - used)}`]);
  });
  return app;
}
