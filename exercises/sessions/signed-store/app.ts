// The store signs its cookies now, or thinks it does. cookie-parser is the right tool; nearly every use of it here is wrong.
// Where signed values arrive, and what they prove: packages/sessions/lesson-text/signed-cookies-in-express.md

import cookieParser from 'cookie-parser';
import express, { type Request } from 'express';

const passwords = new Map([
  ['ada', 'analytical'],
  ['bela', 'bluebeard'],
  ['carla', 'carousel'],
  ['dario', 'dolomites'],
]);
const orders = new Map<string, string[]>();

const app = express();
// TODO: what happens when there is no STORE_KEY?
app.use(cookieParser(process.env.STORE_KEY || 'bakery'));
app.use(express.urlencoded());

// TODO: who can have written this cookie, and for which purpose was it signed?
function customerOf(req: Request): string | undefined {
  return req.signedCookies.customer || req.cookies.customer;
}

app.get('/', (req, res) => {
  // TODO: what does cookie-parser make of a value that begins with j: ?
  const greeting = req.signedCookies.greeting;
  res.type('text').send(`Customer: ${customerOf(req) ?? 'nobody'}\nGreeting: ${greeting ?? 'none'}`);
});

app.post('/login', (req, res) => {
  const { name, password } = req.body;
  if (!passwords.has(name) || passwords.get(name) !== password) return void res.status(403).send('No such customer.');
  // TODO: is this cookie signed?
  res.cookie('customer', name, { httpOnly: true, sameSite: 'lax' });
  res.redirect(303, '/');
});

app.post('/greeting', (req, res) => {
  res.cookie('greeting', String(req.body.text), { httpOnly: true, sameSite: 'lax', signed: true });
  res.redirect(303, '/');
});

app.post('/orders', (req, res) => {
  const customer = customerOf(req);
  if (customer === undefined) return void res.status(401).send('Please log in.');
  orders.set(customer, [...(orders.get(customer) ?? []), String(req.body.article)]);
  res.redirect(303, '/orders');
});

app.get('/orders', (req, res) => {
  const customer = customerOf(req);
  if (customer === undefined) return void res.status(401).send('Please log in.');
  res.type('text').send(`Your orders: ${orders.get(customer)?.join(', ') ?? 'none yet'}`);
});

export default app;
