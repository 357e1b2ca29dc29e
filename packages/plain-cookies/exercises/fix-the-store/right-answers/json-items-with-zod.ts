// Items as JSON in the cookie, checked with zod whenever they come back.
import cookieParser from 'cookie-parser';
import express from 'express';
import { z } from 'zod';

const priceCents = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 } as const;
const sku = z.enum(Object.keys(priceCents) as [keyof typeof priceCents]);
const item = z.object({
  sku,
  quantity: z
    .string()
    .regex(/^[1-9][0-9]?$/)
    .transform(Number),
});
const cartCookie = z.array(z.tuple([sku, z.number().int().min(1).max(999)])).max(50);

export default function createApp() {
  const app = express();
  app.use(cookieParser(), express.urlencoded());
  const cartOf = (cookies: Record<string, unknown>) => cartCookie.safeParse(cookies.items).data ?? [];
  const total = (items: z.infer<typeof cartCookie>) =>
    `$${(items.reduce((cents, [name, count]) => cents + priceCents[name] * count, 0) / 100).toFixed(2)}`;
  app.get('/', (_req, res) => res.send('Mixers, tins, aprons.') as never);
  app.post('/cart', (req, res) => {
    const wanted = item.safeParse(req.body);
    if (!wanted.success) return void res.status(400).json(wanted.error.issues.map((issue) => issue.message));
    res.cookie('items', [...cartOf(req.cookies), [wanted.data.sku, wanted.data.quantity]], { path: '/' });
    res.redirect('/bill');
  });
  app.get('/bill', (req, res) => void res.type('text').send(`Total: ${total(cartOf(req.cookies))}`));
  app.post('/pay', (req, res) => {
    const items = cartOf(req.cookies);
    if (!items.length) res.status(402).send('An empty cart.');
    else res.clearCookie('items').send(`Paid: ${total(items)}`);
  });
  return app;
}
