// The whole session in a signed cookie: there is no id that could be fixed. A cookie from before says what was true before.
import { randomBytes } from 'node:crypto';

import cookieSession from 'cookie-session';
import express from 'express';

interface Data {
  cart?: string[];
  customer?: string;
  clerk?: boolean;
}

export const app = express();
app.use(express.urlencoded({ extended: false }), cookieSession({ keys: [randomBytes(32).toString('hex')], sameSite: 'lax' }));
const data = (req: express.Request) => req.session as unknown as Data;

app.get('/', (req, res) => {
  const { cart = [], customer, clerk } = data(req);
  const lines = [
    `Cart: ${cart.join(', ') || 'empty'}`,
    customer === undefined ? 'Nobody is logged in' : `Logged in: ${customer}`,
  ];
  res.type('text').send([...lines, ...(clerk ? ['Clerk: yes'] : [])].join('\n'));
});
app.post('/cart', (req, res) => {
  data(req).cart = (data(req).cart ?? []).concat(String(req.body.article));
  res.redirect('/');
});
app.post('/login', (req, res) => {
  data(req).customer = String(req.body.customer);
  delete data(req).clerk;
  res.redirect('/');
});
app.post('/clerk', (req, res) => {
  if (data(req).customer === undefined || req.body.pin !== process.env.CLERK_PIN) return void res.status(422).send('No.');
  data(req).clerk = true;
  res.redirect('/');
});
app.post('/logout', (req, res) => {
  (req as { session: unknown }).session = null;
  res.redirect('/');
});
