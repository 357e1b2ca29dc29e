// The shop's logins and colours. Everything works, and no cookie has the attributes it needs.
// Which attribute does what: packages/plain-cookies/lesson-text/attributes.md

import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.use(express.urlencoded());

const users = new Map<string, string>();

/** shop.example.test -> example.test */
const domainAbove = (host: string): string | undefined =>
  /^[\d.]+$|^[^.]+$/.test(host) ? undefined : host.slice(host.indexOf('.') + 1);

app.post('/login', (req, res) => {
  const id = randomBytes(16).toString('hex');
  users.set(id, String(req.body.user));
  // TODO: protect the session.
  res.cookie('sid', id, { domain: domainAbove(req.hostname) });
  // TODO: if (req.body.remember === 'on') …
  res.redirect(303, '/me');
});

app.get('/me', (req, res) => {
  res.send(`Hello, ${users.get(req.cookies.sid) ?? 'stranger'}`);
});

app.post('/logout', (req, res) => {
  users.delete(req.cookies.sid);
  // TODO: is it gone from the browser?
  res.clearCookie('sid');
  res.redirect(303, '/me');
});

app.post('/theme', (req, res) => {
  // TODO: let the page's script read it, tomorrow, too.
  res.cookie('theme', String(req.body.theme), { httpOnly: true });
  res.sendStatus(204);
});

app.post('/theme/reset', (_req, res) => {
  // TODO: is it gone from the browser?
  res.cookie('theme', '');
  res.sendStatus(204);
});

app.get('/widget', (_req, res) => {
  // TODO: this page stands in frames of other sites.
  res.cookie('widget', '1');
  res.send('Widget');
});

app.get('/connection', (req, res) => {
  // TODO: behind the proxy this always says plain.
  res.send(req.secure ? 'secure' : 'plain');
});

export default app;
