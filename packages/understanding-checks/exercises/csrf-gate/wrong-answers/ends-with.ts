// Caught by: look-alikes
// Misconception: compares-a-part
// It ends with our name, whatever the scheme.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type RequestHandler } from 'express';

/** This bank's own origin, e.g. https://bank.example.test; TLS ends at a proxy. */
const ownOrigin = process.env.OWN_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;

const cents = new Map([['Ada', 10_000], ['Bela', 10_000], ['Mallory', 10_000]]); // prettier-ignore
const sessions = new Map<string, string>();

const app = express();

const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS']);

const ownPagesOnly: RequestHandler = (req, res, next) => {
  if (changesNothing.has(req.method)) return next();
  const site = req.get('Sec-Fetch-Site');
  const isOurs = site === undefined ? (req.get('Origin') ?? '').endsWith(new URL(ownOrigin).host) : site === 'same-origin' || site === 'none';
  if (isOurs) return next();
  res.status(403).send('This request came from another page.');
};

// First of all, so that nothing has happened when it says no.
app.use(ownPagesOnly, cookieParser(), express.urlencoded());

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
  // SameSite=None: partners show the balance in a frame on their pages. Leave that as it is.
  res.cookie('sid', id, { httpOnly: true, secure: true, sameSite: 'none' });
  res.redirect(303, '/');
});

// Every link is a GET, and the gate must let it in: so a GET sends nothing.
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
