import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type CookieOptions } from 'express';

const app = express();
// One proxy stands before us, and its X-Forwarded-Proto is to be believed.
app.set('trust proxy', 1);
app.use(cookieParser());
app.use(express.urlencoded());

const users = new Map<string, string>();

// Lax: links from elsewhere arrive logged in, forms and frames from elsewhere don't use it. No Domain: this host only.
const session: CookieOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' };
// A script reads it, so no HttpOnly; there is nothing to steal.
const theme: CookieOptions = { sameSite: 'lax', path: '/' };
const dayMs = 24 * 60 * 60 * 1000;

app.post('/login', (req, res) => {
  const id = randomBytes(16).toString('hex');
  users.set(id, String(req.body.user));
  // __Host-: nobody but this host, over https, can have set it.
  res.cookie('__Host-sid', id, session);
  if (req.body.remember === 'on')
    res.cookie('__Host-remember', randomBytes(16).toString('hex'), { ...session, maxAge: 30 * dayMs });
  res.redirect(303, '/me');
});

app.get('/me', (req, res) => {
  res.send(`Hello, ${users.get(req.cookies['__Host-sid']) ?? 'stranger'}`);
});

app.post('/logout', (req, res) => {
  users.delete(req.cookies['__Host-sid']);
  // Cleared with the options it was set with.
  res.clearCookie('__Host-sid', session);
  res.clearCookie('__Host-remember', session);
  res.redirect(303, '/me');
});

app.post('/theme', (req, res) => {
  res.cookie('theme', String(req.body.theme), { ...theme, maxAge: 365 * dayMs });
  res.sendStatus(204);
});

app.post('/theme/reset', (_req, res) => {
  res.clearCookie('theme', theme);
  res.sendStatus(204);
});

app.get('/widget', (_req, res) => {
  // In a frame of another site only SameSite=None is sent, and that needs Secure.
  res.cookie('widget', '1', { secure: true, sameSite: 'none' });
  res.send('Widget');
});

app.get('/connection', (req, res) => {
  res.send(req.secure ? 'secure' : 'plain');
});

export default app;
