// A small shop. For one afternoon its repository was public, and history.txt is what anybody may have read there.
// In this folder .env, .env.example and .gitignore are called dot-env, dot-env.example and dot-gitignore (task.md says why).
// What a leaked key is, and what to do today: packages/secret-keys/lesson-text/leaks.md

import cookieParser from 'cookie-parser';
import express from 'express';

import { clientScript } from './client';
import { settings } from './settings';

const app = express();
// TODO: a log is kept for months, and many people read it.
console.log('The shop starts with', settings);
app.use(cookieParser(settings.sessionKey), express.urlencoded());

app.get('/', (req, res) => {
  const customer: unknown = req.signedCookies.customer;
  const greeting =
    typeof customer === 'string'
      ? `Logged in: ${customer}`
      : 'Nobody is logged in. <form method="post" action="/login"><input name="customer"><button>Log in</button></form>';
  res.send(`<title>Shop</title><h1></h1><script src="/client.js"></script>${greeting}`);
});

app.get('/client.js', (_req, res) => {
  res.type('js').send(clientScript());
});

app.post('/login', (req, res) => {
  const customer: unknown = req.body?.customer;
  if (typeof customer !== 'string' || !/^[A-Za-z]{1,20}$/.test(customer)) return void res.status(400).send('Who are you?');
  console.log(`${customer} logs in.`);
  res.cookie('customer', customer, { signed: true, httpOnly: true, sameSite: 'lax' });
  res.redirect(303, '/');
});

export default app;
