// Each purpose has a key of its own, made from STORE_KEY; cookie-parser's own function checks the signature.
import { hkdfSync } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

if (!process.env.STORE_KEY) {
  console.error('STORE_KEY is missing.');
  process.exit(1);
}
const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', process.env.STORE_KEY!, '', purpose, 32)).toString('hex');
const keys = { login: keyFor('login'), greeting: keyFor('greeting') };

const passwords = new Map([
  ['ada', 'analytical'],
  ['bela', 'bluebeard'],
  ['carla', 'carousel'],
  ['dario', 'dolomites'],
]);

const orders: Record<string, string[]> = Object.fromEntries([...passwords.keys()].map((name) => [name, []]));

const app = express();
app.use(cookieParser());
app.use(express.urlencoded({ extended: true }));

function put(req: Request, res: Response, purpose: 'login' | 'greeting', value: string) {
  req.secret = keys[purpose];
  res.cookie(purpose, value, { signed: true, httpOnly: true });
}

function take(req: Request, purpose: 'login' | 'greeting') {
  const raw: unknown = req.cookies[purpose];
  if (typeof raw !== 'string' || !raw.startsWith('s:')) return null;
  return cookieParser.signedCookie(raw, keys[purpose]) || null;
}

app.get('/', (req, res) => {
  const who = take(req, 'login') ?? 'nobody';
  res.type('txt').send(['Customer: ' + who, 'Greeting: ' + (take(req, 'greeting') ?? 'none')].join('\n'));
});
app.post('/login', (req, res) => {
  if (!passwords.has(req.body.name) || passwords.get(req.body.name) !== req.body.password) return void res.status(400).end();
  put(req, res, 'login', req.body.name);
  res.redirect('/');
});
app.post('/greeting', (req, res) => {
  put(req, res, 'greeting', req.body.text);
  res.redirect('/');
});
app.post('/orders', (req, res) => {
  const name = take(req, 'login');
  if (name === null) return void res.status(401).end();
  orders[name]!.push(String(req.body.article));
  res.redirect(303, '/orders');
});
app.get('/orders', (req, res) => {
  const name = take(req, 'login');
  if (name === null) return void res.status(401).end();
  res.json(orders[name]);
});

module.exports = app;
