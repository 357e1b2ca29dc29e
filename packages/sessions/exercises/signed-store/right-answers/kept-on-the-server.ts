// Only a number nobody can guess is in the cookie, signed all the same; who it belongs to stands on the server.
import { randomUUID } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type NextFunction, type Request, type Response } from 'express';

const passwords = new Map([
  ['ada', 'analytical'],
  ['bela', 'bluebeard'],
  ['carla', 'carousel'],
  ['dario', 'dolomites'],
]);

interface Visitor {
  customer?: string;
  greeting?: string;
}
const visitors = new Map<string, Visitor>();
const ordered = new Map<string, Set<string>>();

const secret = process.env['STORE_KEY'] ?? '';
if (secret === '') throw new TypeError('A key is needed.');

export const app = express();
app.use(cookieParser([secret]), express.urlencoded());
app.use((req: Request, res: Response, next: NextFunction) => {
  const id: unknown = req.signedCookies.visitor;
  res.locals.visitor = typeof id === 'string' ? visitors.get(id) : undefined;
  next();
});

function fresh(res: Response, old: Visitor = {}): Visitor {
  const [id, visitor] = [randomUUID(), { ...old }];
  visitors.set(id, visitor);
  res.cookie('visitor', id, { signed: true, httpOnly: true, sameSite: 'strict' });
  return visitor;
}

app.get('/', (_req, res) => {
  const { customer = 'nobody', greeting = 'none' } = (res.locals.visitor ?? {}) as Visitor;
  res.type('text/plain').send(`Welcome!\nCustomer: ${customer}\nGreeting: ${greeting}\n`);
});
app.post('/login', (req, res) => {
  if (passwords.get(req.body?.name) !== (req.body?.password ?? null)) return void res.status(422).send('?');
  fresh(res, res.locals.visitor).customer = req.body.name;
  res.redirect(302, '/');
});
app.post('/greeting', (req, res) => {
  (res.locals.visitor ?? fresh(res)).greeting = req.body.text;
  res.redirect(302, '/');
});
app
  .route('/orders')
  .all((_req, res, next) => (res.locals.visitor?.customer ? next() : void res.status(401).json({ error: 'log in' })))
  .get((_req, res) => void res.json([...(ordered.get(res.locals.visitor.customer) ?? [])]))
  .post((req, res) => {
    const { customer } = res.locals.visitor;
    ordered.set(customer, (ordered.get(customer) ?? new Set()).add(req.body.article));
    res.status(201).json('ok');
  });
