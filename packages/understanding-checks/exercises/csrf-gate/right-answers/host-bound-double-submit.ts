// Double submit as it should be: a cookie that no neighbour can plant, and a field that says for whom it was made.
import { createHmac, randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';
import session from 'express-session';

type Row = session.Session & { customer?: string };

const [sessionKey, formKey] = [randomBytes(32).toString('hex'), randomBytes(32)];
const app = express();
app.set('trust proxy', true);
app.use(session({ secret: sessionKey, resave: false, saveUninitialized: false, name: 'row', cookie: { secure: true, httpOnly: true, sameSite: 'none' } })); // prettier-ignore
app.use(cookieParser());
app.use(express.urlencoded());

const row = (req: Request) => req.session as Row;
const mac = (seed: string, req: Request) => createHmac('sha256', formKey).update(`${seed}|${row(req).customer ?? ''}`).digest('base64url'); // prettier-ignore

function hidden(req: Request, res: Response): string {
  const seed: string = /^[0-9a-f]{32}$/.test(req.cookies['__Host-form']) ? req.cookies['__Host-form'] : randomBytes(16).toString('hex'); // prettier-ignore
  res.cookie('__Host-form', seed, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
  return `<input type='hidden' name='form' value='${mac(seed, req)}'>`;
}

const isOwnForm = (req: Request) => typeof req.cookies['__Host-form'] === 'string' && req.body?.form === mac(req.cookies['__Host-form'], req); // prettier-ignore

const money = { Ada: 10_000, Bela: 10_000, Mallory: 10_000 } as Record<string, number>;

app.get('/', (req, res) => {
  const { customer } = row(req);
  if (!customer) return void res.send(`<h1>Nobody is logged in</h1><form method=post action=/login>${hidden(req, res)}<input name=customer></form>`); // prettier-ignore
  res.send(`<h1>Logged in: <i>${customer}</i></h1><h2>Balance: $${((money[customer] ?? 0) / 100).toFixed(2)}</h2>
    <form method=post>${hidden(req, res)}<input name=to><input name=cents><button formaction=/gift>Give</button></form>`);
});

app.post('/login', (req, res, next) => {
  if (!isOwnForm(req)) return void res.status(403).send('This is not our form.');
  const { customer } = req.body;
  if (!(customer in money)) return void res.status(401).send('Who?');
  req.session.regenerate((error) => {
    if (error) return next(error);
    row(req).customer = customer;
    res.redirect(302, '/');
  });
});

app.post('/gift', (req, res) => {
  if (!isOwnForm(req)) return void res.status(403).send('This is not our form.');
  const { customer: from = '' } = row(req);
  const [to, amount] = [req.body.to, Number(req.body.cents)];
  const mine = money[from] ?? 0;
  if (money[to] === undefined || !Number.isInteger(amount) || amount < 1 || amount > mine) return void res.sendStatus(400);
  money[from] = mine - amount;
  money[to] += amount;
  res.redirect(302, '/');
});

module.exports = { app };
