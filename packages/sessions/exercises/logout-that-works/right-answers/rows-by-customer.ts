// The cookie is a number nobody can guess; the rows stand under their customer.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.use(express.urlencoded());

let rows: { id: string; customer: string; seen: number }[] = [];
const mine = (req: express.Request) => rows.find(({ id }) => id === req.cookies.id);
const layout = (body: string) => `<!doctype html><title>Shop</title><p>${body}</p>`;

app.route('/').get((req, res) => {
  const row = mine(req);
  if (!row) return void res.send(layout('Nobody is logged in'));
  res.send(layout(`Logged in: <b>${row.customer}</b> (${++row.seen})`));
});
app.post('/login', (req, res) => {
  const row = { id: randomBytes(24).toString('base64'), customer: req.body.customer as string, seen: 0 };
  rows = [...rows.filter(({ id }) => id !== req.cookies.id), row];
  res.cookie('id', row.id, { httpOnly: true, secure: true, sameSite: 'strict', maxAge: 3_600_000 });
  res.status(201).send(layout('Welcome!'));
});
app.post(['/logout', '/logout-everywhere'], (req, res) => {
  const row = mine(req);
  if (!row) return void res.sendStatus(403);
  rows = rows.filter((other) => (req.path === '/logout' ? other !== row : other.customer !== row.customer));
  res.cookie('id', '', { maxAge: -1 });
  res.send(layout('See you.'));
});
app.use('/logout', (_req, res) => void res.sendStatus(405));
module.exports = app;
