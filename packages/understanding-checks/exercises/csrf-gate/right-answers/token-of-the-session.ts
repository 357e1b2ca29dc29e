// No header is asked for anything: each form has a token that fits one session alone. Strangers have a session, too.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

const key = randomBytes(32);
const tokenOf = (id: string) => createHmac('sha256', key).update(`form of ${id}`).digest();

class Sessions {
  readonly #customers = new Map<string, string | null>();

  begin(res: Response, customer: string | null): string {
    const id = randomBytes(18).toString('base64url');
    this.#customers.set(id, customer);
    res.cookie('sid', id, { httpOnly: true, secure: true, sameSite: 'none' });
    return id;
  }
  id(req: Request): string | null {
    return this.#customers.has(req.cookies.sid) ? req.cookies.sid : null;
  }
  customer(req: Request): string | null {
    return this.#customers.get(req.cookies.sid) ?? null;
  }
  end(req: Request): void {
    this.#customers.delete(req.cookies.sid);
  }
}

export function createApp() {
  const sessions = new Sessions();
  const cents: Record<string, number> = { Ada: 10_000, Bela: 10_000, Mallory: 10_000 };
  const app = express();
  app.use(cookieParser(), express.urlencoded({ extended: false }));

  app.get('/', (req, res) => {
    const id = sessions.id(req) ?? sessions.begin(res, null);
    const customer = sessions.customer(req);
    const token = `<input type="hidden" value="${tokenOf(id).toString('hex')}" name="t">`;
    if (customer === null)
      return void res.send(`Nobody is logged in <form action="/login" method="post">${token}<input name="customer"></form>`);
    res.send(`Logged in: ${customer}. Balance: $${((cents[customer] ?? 0) / 100).toFixed(2)}
      <form action="/gift" method="post">${token}<input name="to"><input name="cents"></form>`);
  });

  app.use((req, res, next) => {
    const id = sessions.id(req);
    const given = Buffer.from(String(req.body?.t), 'hex');
    if (req.method !== 'POST') return void res.status(405).send('Send a form.');
    if (id === null || given.length !== 32 || !timingSafeEqual(given, tokenOf(id)))
      return void res.status(403).send('Whose form is this?');
    next();
  });

  app.post('/login', (req, res) => {
    if (!Object.hasOwn(cents, req.body.customer)) return void res.sendStatus(401);
    sessions.end(req);
    sessions.begin(res, req.body.customer);
    res.redirect('/');
  });

  app.post('/gift', (req, res) => {
    const from = sessions.customer(req);
    const { to, cents: amount } = req.body;
    if (from === null) return void res.sendStatus(401);
    if (!Object.hasOwn(cents, to) || !(amount > 0 && amount <= cents[from]! && Number.isInteger(+amount)))
      return void res.sendStatus(400);
    cents[from]! -= +amount;
    cents[to]! += +amount;
    res.send('Sent.');
  });
  return app;
}
