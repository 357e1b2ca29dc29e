// A shop on express-session: the browser has an id, everything else is on the server. At login the id stays what it was.
// When an id has to be renewed: packages/sessions/lesson-text/life-of-a-session.md

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
  // TODO: who knew this session's id before the login knows it afterwards. (And the cart should come along.)
  visitor(req).customer = customer;
  res.redirect(303, '/');
});

app.post('/clerk', (req, res) => {
  const pin = process.env.CLERK_PIN ?? '2468';
  if (visitor(req).customer === undefined || req.body?.pin !== pin) return void res.status(403).send('Not for you.');
  // TODO: the same once more: from here on, this session may do more than before.
  visitor(req).isClerk = true;
  res.redirect(303, '/');
});

app.post('/logout', (req, res) => {
  req.session.destroy(() => res.clearCookie('sid').redirect(303, '/'));
});

export default app;
