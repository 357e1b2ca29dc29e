// An app around the student's middleware: each route does one thing to the session. IDLE_MS and ABSOLUTE_MS are the check's.

import cookieParser from 'cookie-parser';
import express, { type Express, type Response } from 'express';

import { createSessions, type Session } from '../starter/sessions';

const store = new Map<string, unknown>();
const sessionOf = (res: Response): Session => res.locals.session as Session;

interface Sent {
  readonly name: string;
  readonly value?: unknown;
}

export const app: Express = express();
app.use(
  express.json(),
  cookieParser(),
  createSessions({
    store,
    idleMs: Number(process.env.IDLE_MS ?? 1_200_000),
    absoluteMs: Number(process.env.ABSOLUTE_MS ?? 28_800_000),
  }),
);

app.get('/untouched', (_req, res) => void res.send('A page.'));

app.post('/get', (req, res) => {
  const { name } = req.body as Sent;
  const value = sessionOf(res).get(name);
  const { constructor } = Object(value) as object;
  // A function or an object of the language itself would be no JSON.
  res.json({
    value: typeof value === 'function' || constructor === undefined ? 'something that was never set' : (value ?? null),
  });
});

app.post('/set', (req, res) => {
  const { name, value } = req.body as Sent;
  sessionOf(res).set(name, value);
  res.json({});
});

app.post('/delete', (req, res) => {
  sessionOf(res).delete((req.body as Sent).name);
  res.json({});
});

app.post('/renew', (_req, res) => {
  sessionOf(res).renew();
  res.json({});
});

app.post('/end', (_req, res) => {
  sessionOf(res).end();
  res.json({});
});

app.post('/add-without-set', (req, res) => {
  const { name, value } = req.body as Sent;
  (sessionOf(res).get(name) as unknown[]).push(value);
  res.json({});
});

app.post('/add-after-set', (req, res) => {
  const { name, value } = req.body as Sent;
  const list = [value];
  sessionOf(res).set(name, list);
  list.push(value);
  res.json({});
});

/** Entries in the store. */
export const countEntries = (): number => store.size;
