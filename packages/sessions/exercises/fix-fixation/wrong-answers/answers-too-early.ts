// Caught by: planted-id, cart-survives, becomes-a-clerk, second-login, at-that-moment
// Misconception: written-too-early
// What has to be done is in the callback, and the answer can be on its way meanwhile.
import { randomBytes } from 'node:crypto';

import express, { type Request } from 'express';
import session from 'express-session';

interface Visitor {
  cart?: string[];
  customer?: string;
  isClerk?: boolean;
}

const app = express();
app.use(express.urlencoded());
app.use(
  session({
    name: 'sid',
    secret: randomBytes(32).toString('base64url'),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax' },
  }),
);

const visitor = (req: Request): session.Session & Visitor => req.session;

const form = (action: string, field: string): string =>
  `<form method="post" action="${action}"><input name="${field}"><button>${action}</button></form>`;

app.get('/', (req, res) => {
  const { cart = [], customer, isClerk } = visitor(req);
  res.send(`<p>Cart: ${cart.join(', ') || 'empty'}</p>
<p>${customer === undefined ? 'Nobody is logged in' : `Logged in: ${customer}`}</p><p>Clerk: ${isClerk ? 'yes' : 'no'}</p>
${form('/cart', 'article')}${form('/login', 'customer')}${form('/clerk', 'pin')}${form('/logout', 'why')}`);
});

app.post('/cart', (req, res) => {
  const article: unknown = req.body?.article;
  if (typeof article !== 'string' || !/^[a-z-]{1,20}$/.test(article)) return void res.status(400).send('No such article.');
  const { cart = [] } = visitor(req);
  visitor(req).cart = [...cart, article];
  res.redirect(303, '/');
});

app.post('/login', (req, res) => {
  const customer: unknown = req.body?.customer;
  if (typeof customer !== 'string' || !/^[A-Za-z]{1,20}$/.test(customer)) return void res.status(400).send('Who are you?');
  const { cart } = visitor(req);
  req.session.regenerate(() => Object.assign(req.session, { cart, customer }));
  res.redirect(303, '/');
});

app.post('/clerk', (req, res) => {
  const pin = process.env.CLERK_PIN ?? '2468';
  if (visitor(req).customer === undefined || req.body?.pin !== pin) return void res.status(403).send('Not for you.');
  const { cart, customer } = visitor(req);
  req.session.regenerate(() => Object.assign(req.session, { cart, customer, isClerk: true }));
  res.redirect(303, '/');
});

app.post('/logout', (req, res) => {
  req.session.destroy(() => res.clearCookie('sid').redirect(303, '/'));
});

export default app;
