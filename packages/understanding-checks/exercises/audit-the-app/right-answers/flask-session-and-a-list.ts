// The session is Flask's signed cookie; what is over stands on a list on the server, and the addresses never leave it.
import { randomBytes } from 'node:crypto';

import express, { type Request } from 'express';
import { flaskSession, sessionOf, sessionState } from 'flask-session-cookie';
import { z } from 'zod';

const Article = z.enum(['mixer', 'rolling-pin', 'cutter', 'apron', 'tin']);
const Method = z.enum(['pickup', 'post', 'courier']);
const Code = z.enum(['WELCOME', 'SUNDAY']);
const priceCents = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const deliveryCents = { pickup: 0, post: 490, courier: 1290 };
const percent = { WELCOME: 10, SUNDAY: 15 };
const accounts = new Map([
  ['Ada', ['blue kettle', '1 Mill Lane']],
  ['Bela', ['seven spoons', '2 Mill Lane']],
  ['Chen', ['rye and salt', '3 Mill Lane']],
]);

interface Store {
  login?: { id: string; customer: string };
  cart?: Record<string, number>;
  wishes?: string[];
  method?: z.infer<typeof Method>;
  code?: z.infer<typeof Code>;
}

/** Ids of logins that are over. A signed cookie can't be taken back; that it is over can be remembered. */
const over = new Set<string>();

export default function createApp() {
  const secretKey = z.string().min(1, 'COOKIE_KEY is not set.').parse(process.env.COOKIE_KEY);
  const app = express();
  app.use(express.urlencoded({ extended: true }));
  app.use(
    flaskSession({ secretKey, sessionCookieSecure: true, sessionCookieSameSite: 'Lax', sessionCookieName: '__Host-bakers' }),
  );

  const store = (req: Request) => sessionOf<Store>(req);
  const customerOf = (req: Request) => {
    const { login } = store(req);
    return login && !over.has(login.id) ? login.customer : undefined;
  };
  const total = ({ cart = {}, code, method = 'pickup' }: Store) => {
    let cents = 0;
    for (const [sku, count] of Object.entries(cart)) cents += priceCents[Article.parse(sku)] * count;
    return ((cents - Math.round((cents * (code ? percent[code] : 0)) / 100) + deliveryCents[method]) / 100).toFixed(2);
  };

  app.get('/', (req, res) => {
    const { cart = {}, wishes = [], method = 'pickup', code } = store(req);
    const customer = customerOf(req);
    res.json({
      page: `Cart: ${Object.entries(cart).map(([sku, count]) => `${count} ${sku}`).join(', ') || 'empty'}. Delivery: $${deliveryCents[method] / 100}`, // prettier-ignore
      voucher: `Voucher: ${code ? percent[code] : 0} %`,
      total: `Total: $${total(store(req))}`,
      wishlist: `Wishlist: ${wishes.join(', ')}`,
      who: customer === undefined ? 'Nobody is logged in' : `Logged in: ${customer}`,
      where: customer === undefined ? '' : `Deliver to: ${accounts.get(customer)?.[1]}`,
    });
  });
  app.post('/cart', (req, res) => {
    const form = z.object({ sku: Article, quantity: z.coerce.number().int().min(1).max(9) }).safeParse(req.body);
    if (!form.success) return void res.status(400).json({ problem: 'No such article.' });
    const { cart = {} } = store(req);
    store(req).cart = { ...cart, [form.data.sku]: (cart[form.data.sku] ?? 0) + form.data.quantity };
    res.json({});
  });
  app.post('/cart/empty', (req, res) => {
    store(req).cart = {};
    res.json({});
  });
  app.post('/wishlist', (req, res) => {
    const { success, data } = Article.safeParse(req.body?.sku);
    if (!success) return void res.status(400).json({});
    store(req).wishes = [...new Set([...(store(req).wishes ?? []), data])];
    res.json({});
  });
  app.post('/delivery', (req, res) => {
    const { success, data } = Method.safeParse(req.body?.method);
    if (success) store(req).method = data;
    res.status(success ? 200 : 400).json({});
  });
  app.post('/voucher', (req, res) => {
    const { success, data } = Code.safeParse(req.body?.code);
    if (success) store(req).code = data;
    res.status(success ? 200 : 400).json({});
  });
  app.post('/login', (req, res) => {
    const { customer, password } = req.body;
    if (typeof customer !== 'string' || typeof password !== 'string' || accounts.get(customer)?.[0] !== password)
      return void res.status(401).json({ problem: 'No.' });
    const { login, cart, wishes, method, code } = store(req);
    if (login) over.add(login.id);
    sessionState(req).clear();
    Object.assign(store(req), JSON.parse(JSON.stringify({ cart, wishes, method, code })));
    store(req).login = { id: randomBytes(16).toString('hex'), customer };
    res.json({});
  });
  app.post('/account', (req, res) => {
    const account = accounts.get(customerOf(req) ?? '');
    if (!account) return void res.status(401).json({});
    account[1] = String(req.body.address).slice(0, 100);
    res.json({});
  });
  app.post('/order', (req, res) => {
    if (Object.keys(store(req).cart ?? {}).length === 0) return void res.status(400).json({ problem: 'The cart is empty.' });
    const receipt = `Paid: $${total(store(req))}`;
    delete store(req).cart;
    delete store(req).code;
    res.json({ receipt });
  });
  app.post('/logout', (req, res) => {
    const { login } = store(req);
    if (login) over.add(login.id);
    sessionState(req).clear();
    res.json({});
  });
  return app;
}
