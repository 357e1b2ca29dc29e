// Everything is right but for one thing: who was there is kept in the server's memory, in the one place that reloading a module spares.
import { randomUUID } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
const seen: Set<string> = ((globalThis as any).seen ??= new Set());

app.get('/', (req, res) => {
  const known = seen.has(req.cookies.visitor);
  const visitor = known ? req.cookies.visitor : randomUUID();
  seen.add(visitor);
  res.cookie('visitor', visitor, { maxAge: 365 * 24 * 60 * 60 * 1000 });
  res.send(`<h1>Bakery</h1>${known ? '' : '<p class="banner">Welcome to the bakery!</p>'}<p>Today: chocolate chip.</p>`);
});

export default app;
