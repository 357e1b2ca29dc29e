// Caught by: remember-me, behind-the-proxy
// Misconception: secure-if-req-secure
// The session was hardened as the lesson says; remember came later, and was to work on the own machine, too.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type CookieOptions } from 'express';

const app = express();
app.use(cookieParser());
app.use(express.urlencoded());

const users = new Map<string, string>();

const session: CookieOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' };
const theme: CookieOptions = { sameSite: 'lax', path: '/' };
const dayMs = 24 * 60 * 60 * 1000;

app.post('/login', (req, res) => {
  const id = randomBytes(16).toString('hex');
  users.set(id, String(req.body.user));
  res.cookie('sid', id, session);
  if (req.body.remember === 'on') {
    res.cookie('remember', randomBytes(16).toString('hex'), { ...session, secure: req.secure, maxAge: 30 * dayMs });
  }
  res.redirect(303, '/me');
});

app.get('/me', (req, res) => {
  res.send(`Hello, ${users.get(req.cookies.sid) ?? 'stranger'}`);
});

app.post('/logout', (req, res) => {
  users.delete(req.cookies.sid);
  res.clearCookie('sid', session);
  res.clearCookie('remember', session);
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
  res.cookie('widget', '1', { secure: true, sameSite: 'none' });
  res.send('Widget');
});

app.get('/connection', (req, res) => {
  res.send(req.secure ? 'secure' : 'plain');
});

export default app;
