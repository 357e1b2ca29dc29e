// No cookie-parser for what counts: an HMAC of our own over the cookie's name and value, and an HTML page.
import { createHmac, timingSafeEqual } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

const passwords = new Map([
  ['ada', 'analytical'],
  ['bela', 'bluebeard'],
  ['carla', 'carousel'],
  ['dario', 'dolomites'],
]);

const book: { customer: string; article: string }[] = [];

class SignedCookies {
  constructor(private readonly key: string) {}
  write(res: Response, name: string, value: string) {
    const payload = Buffer.from(value).toString('base64url');
    res.append('Set-Cookie', `${name}=${payload}.${this.mac(name, payload)}; HttpOnly; SameSite=Lax; Path=/`);
  }
  read(req: Request, name: string) {
    const text = req.cookies[name];
    if (typeof text !== 'string') return null;
    const [payload = '', given = ''] = text.split('.');
    const [a, b] = [Buffer.from(given), Buffer.from(this.mac(name, payload))];
    return a.length === b.length && timingSafeEqual(a, b) ? Buffer.from(payload, 'base64url').toString() : null;
  }
  private mac(name: string, payload: string) {
    return createHmac('sha256', this.key).update(`${name}=${payload}`).digest('hex');
  }
}

export function createApp() {
  const { STORE_KEY } = process.env;
  if (STORE_KEY === undefined || STORE_KEY.length === 0) throw new Error('no STORE_KEY');
  const signed = new SignedCookies(STORE_KEY);
  const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const app = express();
  app.use(cookieParser(), express.urlencoded({ extended: false }));
  app.get('/', (req, res) => {
    const customer = signed.read(req, 'who') ?? 'nobody';
    res.send(`<p>Customer: <b>${customer}</b></p><p>Greeting: <i>${escape(signed.read(req, 'hello') ?? 'none')}</i></p>`);
  });
  app.post('/login', (req, res) => {
    const { name, password } = req.body as Record<string, string>;
    if (passwords.get(name ?? '') !== password || password === undefined) return void res.sendStatus(401);
    signed.write(res, 'who', name!);
    res.status(200).send('Welcome.');
  });
  app.post('/greeting', (req, res) => {
    signed.write(res, 'hello', `${req.body.text}`);
    res.sendStatus(204);
  });
  app.use('/orders', (req, res, next) => {
    res.locals.customer = signed.read(req, 'who');
    if (res.locals.customer === null) res.status(403).send('Members only.');
    else next();
  });
  app.post('/orders', (req, res) => {
    book.push({ customer: res.locals.customer, article: String(req.body.article) });
    res.status(201).send('Ordered.');
  });
  app.get('/orders', (_req, res) => {
    const mine = book.filter(({ customer }) => customer === res.locals.customer);
    res.send(`<ul>${mine.map(({ article }) => `<li>${escape(article)}</li>`).join('')}</ul>`);
  });
  return app;
}

export default createApp();
