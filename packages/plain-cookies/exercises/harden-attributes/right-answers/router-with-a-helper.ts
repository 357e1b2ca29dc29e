// A small helper that knows the purposes; trust proxy as a list of addresses is not needed.
import crypto from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { Router, type CookieOptions, type Response } from 'express';

type Purpose = 'session' | 'remember' | 'theme' | 'widget';
const days = (n: number) => n * 864e5;
const attributes: Record<Purpose, CookieOptions> = {
  session: { httpOnly: true, secure: true, sameSite: 'lax' },
  remember: { httpOnly: true, secure: true, sameSite: 'strict', expires: new Date(Date.now() + days(30)) },
  theme: { sameSite: 'lax', maxAge: days(180) },
  widget: { secure: true, sameSite: 'none', maxAge: days(1) },
};
const put = (res: Response, purpose: Purpose, name: string, value: string) => res.cookie(name, value, attributes[purpose]);
const drop = (res: Response, purpose: Purpose, name: string) => res.clearCookie(name, attributes[purpose]);

class Accounts {
  private readonly known = new Map<string, { user: string; since: number }>();
  open(user: string): string {
    const id = crypto.randomBytes(18).toString('base64url');
    this.known.set(id, { user, since: Date.now() });
    return id;
  }
  who = (id?: string) => this.known.get(id ?? '')?.user ?? 'stranger';
  close = (id?: string) => this.known.delete(id ?? '');
}

export function createApp() {
  const accounts = new Accounts();
  const router = Router();
  router.post('/login', (req, res) => {
    put(res, 'session', 'sid', accounts.open(req.body.user));
    if (req.body.remember === 'on') put(res, 'remember', 'remember', crypto.randomUUID());
    res.redirect('/me');
  });
  router.get('/me', (req, res) => void res.json({ message: `Hello, ${accounts.who(req.cookies.sid)}` }));
  router.post('/logout', (req, res) => {
    accounts.close(req.cookies.sid);
    drop(res, 'session', 'sid');
    drop(res, 'remember', 'remember').redirect('/me');
  });
  router.post('/theme', (req, res) => void put(res, 'theme', 'theme', req.body.theme).end());
  router.post('/theme/reset', (_req, res) => void drop(res, 'theme', 'theme').end());
  router.get('/widget', (_req, res) => void put(res, 'widget', 'widget', 'on').send('Widget'));
  router.get('/connection', (req, res) => void res.send(req.secure ? 'secure' : 'plain'));
  return express().set('trust proxy', true).use(cookieParser(), express.urlencoded(), router);
}
