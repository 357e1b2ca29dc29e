// Caught by: survives-a-restart
// Misconception: list-in-the-server
// Real sites give every visitor a number and keep the rest on the server.
import { randomUUID } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());

const haveSeenIt = new Set<string>();

app.get('/', (req, res) => {
  const visitor: string = req.cookies.visitor ?? randomUUID();
  const banner = haveSeenIt.has(visitor) ? '' : '<p class="banner">Welcome to the bakery!</p>';
  haveSeenIt.add(visitor);
  res.cookie('visitor', visitor, { maxAge: 365 * 24 * 60 * 60 * 1000 });
  res.send(`<h1>Bakery</h1>${banner}<p>Today: chocolate chip.</p>`);
});

export default app;
