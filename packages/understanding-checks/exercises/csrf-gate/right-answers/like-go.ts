// As Go's CrossOriginProtection decides, and stricter in one place: the scheme counts, too. Programs without either header may pass.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';

import express from 'express';

const trusted = new Set([new URL(process.env.OWN_ORIGIN || 'http://localhost:3000').origin]);
const safe = /^(GET|HEAD|OPTIONS)$/;

type Verdict = 'pass' | 'refuse';
const verdict = ({ method, site, origin }: { method: string; site: string | undefined; origin: string | undefined }): Verdict => {
  switch (safe.test(method) ? 'same-origin' : site) {
    case 'same-origin':
    case 'none':
      return 'pass';
    case undefined:
    case '':
      return origin === undefined || trusted.has(origin) ? 'pass' : 'refuse';
    default:
      return 'refuse';
  }
};

const bank = new Map(Object.entries({ Ada: 100, Bela: 100, Mallory: 100 }));
const who = new Map<string, string>();
const app = express();

app.use((req, res, next) => {
  const answer = verdict({ method: req.method, site: req.get('sec-fetch-site'), origin: req.get('origin') });
  return answer === 'pass' ? next() : res.status(403).json({ error: 'cross-origin request' });
});
app.use(express.urlencoded({ extended: true }));
app.use((req, res, next) => {
  res.locals.me = who.get(/(?:^|;\s*)bank=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1] ?? '');
  next();
});

app.route('/').get((_req, res) => {
  const me: string | undefined = res.locals.me;
  res.json(me ? { me: `Logged in: ${me}`, money: `Balance: $${bank.get(me)?.toFixed(2)}` } : { me: 'Nobody is logged in' });
});
app.route('/login').post((req, res) => {
  if (!bank.has(req.body.customer)) return void res.status(403).json({ error: 'unknown' });
  const id = randomUUID();
  who.set(id, req.body.customer);
  res.append('Set-Cookie', `bank=${id}; Path=/; Secure; HttpOnly; SameSite=None`).status(200).json({ hello: req.body.customer });
});
app.route('/gift').post((req, res) => {
  const me: string | undefined = res.locals.me;
  const amount = Number.parseInt(req.body.cents, 10) / 100;
  const [mine, theirs] = [bank.get(me ?? ''), bank.get(req.body.to)];
  if (!me || mine === undefined || theirs === undefined || !(amount > 0) || amount > mine) return void res.status(400).json({});
  bank.set(me, mine - amount).set(req.body.to, (bank.get(req.body.to) ?? 0) + amount);
  res.status(200).json({ sent: amount });
});

createServer(app).listen(process.env.PORT ?? 3000);
