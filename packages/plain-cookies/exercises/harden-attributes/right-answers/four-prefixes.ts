// A different prefix for each cookie, SameSite=Strict where nothing asks for less, trust proxy as a function.
import { randomBytes, randomUUID } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type CookieOptions, type Response } from 'express';

const app = express();
app.set('trust proxy', (_address: string, hops: number) => hops === 0);
app.use(cookieParser());
app.use(express.urlencoded());

const users = new Map<string, string>();
const days = (count: number) => count * 24 * 60 * 60 * 1000;

interface Purpose {
  readonly name: string;
  readonly options: CookieOptions;
}

const jar = {
  session: { name: '__Host-Http-sid', options: { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } },
  remember: {
    name: '__Host-remember',
    options: { path: '/', secure: true, httpOnly: true, sameSite: 'strict', maxAge: days(30) },
  },
  theme: { name: '__Secure-theme', options: { secure: true, sameSite: 'strict', maxAge: days(180) } },
  widget: { name: '__Host-widget', options: { secure: true, httpOnly: true, sameSite: 'none', partitioned: true } },
} as const;
const set = (res: Response, { name, options }: Purpose, value: string) => res.cookie(name, value, options);
const drop = (res: Response, { name, options }: Purpose) => res.clearCookie(name, options);

app.post('/login', (req, res) => {
  const id = randomBytes(16).toString('hex');
  users.set(id, String(req.body.user));
  set(res, jar.session, id);
  if (req.body.remember === 'on') set(res, jar.remember, randomUUID());
  res.redirect(303, '/me');
});

app.get('/me', (req, res) => {
  res.send(`Hello, ${users.get(req.cookies[jar.session.name]) ?? 'stranger'}`);
});

app.post('/logout', (req, res) => {
  users.delete(req.cookies[jar.session.name]);
  drop(res, jar.session);
  drop(res, jar.remember);
  res.redirect(303, '/me');
});

app.post('/theme', (req, res) => {
  set(res, jar.theme, String(req.body.theme));
  res.sendStatus(204);
});

app.post('/theme/reset', (_req, res) => {
  drop(res, jar.theme);
  res.sendStatus(204);
});

app.get('/widget', (_req, res) => {
  set(res, jar.widget, '1');
  res.send('Widget');
});

app.get('/connection', (req, res) => {
  res.send(req.secure ? 'secure' : 'plain');
});

export default app;
