// Headers first; where they can't tell, a token that the server keeps beside the session. All of it in one router.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { Router, type NextFunction, type Request, type Response } from 'express';

interface Session {
  readonly customer: string;
  readonly token: string;
}
const sessions: Record<string, Session> = Object.create(null);
const sessionOf = (req: Request): Session | undefined => sessions[String(req.cookies.sid)];

function whoseRequest(req: Request): 'ours' | 'theirs' | 'unknown' {
  const [site, origin] = [req.headers['sec-fetch-site'], req.headers.origin];
  if (site === 'same-origin') return 'ours';
  if (site !== undefined) return 'theirs';
  const mine = `${req.protocol}://${req.headers.host}`;
  if (origin !== undefined) return origin === mine ? 'ours' : 'theirs';
  return 'unknown';
}

function gate(req: Request, res: Response, next: NextFunction): void {
  const whose = whoseRequest(req);
  const hasToken = sessionOf(req) !== undefined && req.body?.token === sessionOf(req)?.token;
  if (whose === 'ours' || (whose === 'unknown' && hasToken)) return next();
  res.status(403).type('text').send(`${whose} is not ours`);
}

const cents = new Map<unknown, number>(['Ada', 'Bela', 'Mallory'].map((name) => [name, 10_000]));
const changes = Router().use(gate);
changes.post('/login', (req, res) => {
  if (!cents.has(req.body.customer)) return void res.status(401).end();
  const id = randomBytes(24).toString('hex');
  sessions[id] = { customer: req.body.customer, token: randomBytes(24).toString('hex') };
  res.cookie('sid', id, { secure: true, sameSite: 'none', httpOnly: true, partitioned: false }).status(204).end();
});
changes.post('/gift', (req, res) => {
  const from = sessionOf(req)?.customer;
  const amount = /^\d{1,5}$/.test(req.body.cents) ? Number(req.body.cents) : 0;
  const left = (cents.get(from) ?? 0) - amount;
  if (!from || !cents.has(req.body.to) || amount === 0 || left < 0) return void res.status(400).end();
  cents.set(from, left);
  cents.set(req.body.to, (cents.get(req.body.to) ?? 0) + amount);
  res.status(204).end();
});

export default express()
  .set('trust proxy', 1)
  .use(cookieParser(), express.urlencoded({ extended: false }))
  .get('/', (req, res) => {
    const session = sessionOf(req);
    res.set('Referrer-Policy', 'no-referrer').set('Vary', 'Cookie');
    if (!session) return void res.send('<form action="/login" method="post"><input name="customer"></form>Nobody is logged in');
    res.send(`Logged in: ${session.customer}<br>Balance: $${((cents.get(session.customer) ?? 0) / 100).toFixed(2)}
      <form action="/gift" method="post"><input name="to"><input name="cents"><input type="hidden" name="token" value="${session.token}"></form>`);
  })
  .use(changes);
