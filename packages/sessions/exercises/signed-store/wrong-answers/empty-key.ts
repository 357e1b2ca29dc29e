// Caught by: no-key
// Misconception: starts-without-a-key
// The list form takes any text, also an empty one, and so the compiler was content.
import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

const passwords = new Map([
  ['ada', 'analytical'],
  ['bela', 'bluebeard'],
  ['carla', 'carousel'],
  ['dario', 'dolomites'],
]);
const orders = new Map<string, string[]>();


const app = express();
app.use(cookieParser([process.env.STORE_KEY ?? '']));
app.use(express.urlencoded());

function remember(res: Response, name: string, value: string): void {
  res.cookie(name, `${name}:${value}`, { httpOnly: true, sameSite: 'lax', signed: true });
}

function recall(req: Request, name: string): string | undefined {
  const signed: unknown = req.signedCookies[name];
  return typeof signed === 'string' && signed.startsWith(`${name}:`) ? signed.slice(name.length + 1) : undefined;
}

function customerOf(req: Request): string | undefined {
  const name = recall(req, 'customer');
  return name !== undefined && passwords.has(name) ? name : undefined;
}

app.get('/', (req, res) => {
  res.type('text').send(`Customer: ${customerOf(req) ?? 'nobody'}\nGreeting: ${recall(req, 'greeting') ?? 'none'}`);
});

app.post('/login', (req, res) => {
  const { name, password } = req.body ?? {};
  if (!passwords.has(name) || passwords.get(name) !== password) return void res.status(403).send('No such customer.');
  remember(res, 'customer', name);
  res.redirect(303, '/');
});

app.post('/greeting', (req, res) => {
  remember(res, 'greeting', String(req.body?.text ?? ''));
  res.redirect(303, '/');
});

app.post('/orders', (req, res) => {
  const customer = customerOf(req);
  if (customer === undefined) return void res.status(401).send('Please log in.');
  orders.set(customer, [...(orders.get(customer) ?? []), String(req.body?.article)]);
  res.redirect(303, '/orders');
});

app.get('/orders', (req, res) => {
  const customer = customerOf(req);
  if (customer === undefined) return void res.status(401).send('Please log in.');
  res.type('text').send(`Your orders: ${orders.get(customer)?.join(', ') ?? 'none yet'}`);
});

export default app;
