// Caught by: lasts-a-year, survives-a-restart
// Misconception: list-in-the-server
// That is how sessions work, and a session seemed to be what was wanted.
import { randomUUID } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

interface Visitor {
  seenBanner?: boolean;
}

const visitors: Record<string, Visitor> = {};

const app = express();
app.use(cookieParser());

app.get('/', (req, res) => {
  let id: string | undefined = req.cookies.sid;
  if (id === undefined || visitors[id] === undefined) {
    id = randomUUID();
    visitors[id] = {};
    res.cookie('sid', id, { httpOnly: true });
  }
  const visitor = visitors[id]!;
  const banner = visitor.seenBanner ? '' : '<p class="banner">Welcome to the bakery!</p>';
  visitor.seenBanner = true;
  res.send(`<h1>Bakery</h1>${banner}<p>Today: chocolate chip.</p>`);
});

export default app;
