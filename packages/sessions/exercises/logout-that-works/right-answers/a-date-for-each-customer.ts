// Sessions from before a date don't count, and one session can be ended alone. HMAC by hand.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import express, { type Request, type Response } from 'express';

const key = randomBytes(32);
const sign = (text: string) => createHmac('sha256', key).update(`session:${text}`).digest('base64url');

class Sessions {
  private readonly endedBefore = new Map<string, number>();
  private readonly ended = new Set<string>();

  begin(res: Response, customer: string) {
    const text = [customer, Date.now(), randomBytes(9).toString('hex')].join('.');
    res.setHeader('Set-Cookie', `__Host-session=${text}.${sign(text)}; Secure; HttpOnly; Path=/; SameSite=Lax`);
  }

  read(req: Request): { customer: string; id: string } | null {
    const found = /(?:^|; )__Host-session=([A-Za-z]+)\.(\d+)\.([0-9a-f]+)\.([\w-]{43})(?:;|$)/.exec(req.headers.cookie ?? '');
    if (!found) return null;
    const [, customer = '', since = '', id = '', signature = ''] = found;
    const expected = sign(`${customer}.${since}.${id}`);
    if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) return null;
    if (this.ended.has(id) || Number(since) <= (this.endedBefore.get(customer) ?? -1)) return null;
    return { customer, id };
  }

  end(req: Request, res: Response, { everywhere }: { everywhere: boolean }) {
    const session = this.read(req);
    if (session && everywhere) this.endedBefore.set(session.customer, Date.now());
    if (session) this.ended.add(session.id);
    res.setHeader('Set-Cookie', '__Host-session=; Secure; HttpOnly; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT');
    res.type('text').send(session ? 'Bye.' : 'Nobody is logged in');
  }
}

export function createApp() {
  const sessions = new Sessions();
  const app = express().use(express.urlencoded({ extended: true }));
  app.get('/', (req, res) => {
    const session = sessions.read(req);
    res.type('text').send(session ? `Logged in: ${session.customer}` : 'Nobody is logged in');
  });
  app.post('/login', (req, res) => {
    sessions.begin(res, String(req.body.customer));
    res.redirect('/');
  });
  app.post('/logout', (req, res) => sessions.end(req, res, { everywhere: false }));
  app.post('/logout-everywhere', (req, res) => sessions.end(req, res, { everywhere: true }));
  return app;
}
