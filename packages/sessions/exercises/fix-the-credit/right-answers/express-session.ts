// express-session holds the cart and the credit; a ledger of vouchers says what has been used.
import { randomBytes } from 'node:crypto';

import express from 'express';
import session from 'express-session';
import { z } from 'zod';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const vouchers = z.record(z.string(), z.number()).parse(JSON.parse(process.env.VOUCHERS ?? '{"WELCOME":1000}'));
const used = new Set<string>();
type Data = { cart?: [string, number][]; credit?: number };
const of = (req: express.Request) => req.session as session.Session & Data;
const wanted = z.object({
  sku: z.string().refine((sku) => Object.hasOwn(priceCents, sku)),
  quantity: z
    .string()
    .regex(/^[0-9]+$/)
    .transform(Number)
    .pipe(z.number().min(1).max(99)),
});

export const app = express();
app.use(express.urlencoded({ extended: true }));
app.use(session({ secret: randomBytes(40).toString('hex'), resave: false, saveUninitialized: false }));
const total = (cart: [string, number][] = []) => cart.map(([sku, n]) => priceCents[sku]! * n).reduce((a, b) => a + b, 0);
const usd = (cents: number) => '$' + (cents / 100).toFixed(2);

app.get('/', (_req, res) => void res.send(Object.keys(priceCents).join(' ')));
app.post('/cart', (req, res) => {
  const parsed = wanted.safeParse(req.body);
  if (!parsed.success) return void res.status(400).json(parsed.error.issues);
  of(req).cart = [...(of(req).cart ?? []), [parsed.data.sku, parsed.data.quantity]];
  res.redirect('/bill');
});
app.post('/redeem', (req, res) => {
  const code: string = req.body.voucher;
  if (!Object.keys(vouchers).includes(code) || used.has(code)) return void res.status(410).send('Gone.');
  used.add(code);
  of(req).credit = (of(req).credit ?? 0) + vouchers[code]!;
  res.redirect('/bill');
});
app.get(
  '/bill',
  (req, res) => void res.send(`<b>Total:</b> ${usd(total(of(req).cart))}<br><b>Credit:</b> ${usd(of(req).credit ?? 0)}`),
);
app.post('/pay', (req, res) => {
  const { cart = [], credit = 0 } = of(req);
  if (cart.length === 0) return void res.status(400).send('Nothing in it.');
  const cents = total(cart);
  const rest = Math.max(0, cents - credit);
  Object.assign(req.session, { cart: [], credit: Math.max(0, credit - cents) });
  res.send(
    `<ul><li>Articles: ${cart.map(([sku, n]) => `${sku} ${n}`).join(', ')}<li>Credit used: ${usd(cents - rest)}<li>Paid: ${usd(rest)}</ul>`,
  );
});
