// Caught by: other-sites, neighbours, look-alikes, null-origin, visits, foreign-tokens, login-too
// Misconception: anybody-may
// Without SameSite, browsers take Lax by themselves.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request } from 'express';

/** This bank's own origin, e.g. https://bank.example.test; TLS ends at a proxy. */
export const ownOrigin = process.env.OWN_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;

const cents = new Map([['Ada', 10_000], ['Bela', 10_000], ['Mallory', 10_000]]); // prettier-ignore
const sessions = new Map<string, string>();

const app = express();
app.use(cookieParser(), express.urlencoded());

const customerOf = (req: Request): string | undefined => sessions.get(req.cookies.sid);
const balance = (customer: string): string => `$${((cents.get(customer) ?? 0) / 100).toFixed(2)}`;

app.get('/', (req, res) => {
  const customer = customerOf(req);
  res.send(
    customer === undefined
      ? `<p>Nobody is logged in</p><form method="post" action="/login"><input name="customer"><button>Log in</button></form>`
      : `<p>Logged in: ${customer}</p><p>Balance: ${balance(customer)}</p>
<form method="post" action="/gift"><input name="to"><input name="cents"><button>Send</button></form>`,
  );
});

// A toy bank: it asks for no password.
app.post('/login', (req, res) => {
  const customer: unknown = req.body?.customer;
  if (typeof customer !== 'string' || !cents.has(customer)) return void res.status(401).send('Who are you?');
  const id = randomBytes(16).toString('base64url');
  sessions.set(id, customer);
  res.cookie('sid', id, { httpOnly: true, secure: true });
  res.redirect(303, '/');
});

app.post('/gift', (req, res) => {
  const from = customerOf(req);
  const { to, cents: amount } = (req.body ?? {}) as Record<string, unknown>;
  if (from === undefined) return void res.status(401).send('Nobody is logged in.');
  if (typeof to !== 'string' || !cents.has(to) || !/^[1-9]\d{0,4}$/.test(String(amount)))
    return void res.status(400).send('To whom, and how many cents?');
  const gift = Math.min(Number(amount), cents.get(from) ?? 0);
  cents.set(from, (cents.get(from) ?? 0) - gift);
  cents.set(to, (cents.get(to) ?? 0) + gift);
  res.redirect(303, '/');
});

export default app;
