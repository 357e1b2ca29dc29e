// A small shop that gets its key from whoever starts it.

import cookieParser from 'cookie-parser';
import express from 'express';

import { clientScript } from './client';
import { sessionKey, settings } from './setings';

const app = express();
// No overlap with the old key: whoever has read it would stay logged in, too.
app.use(cookieParser(sessionKey()), express.urlencoded());
console.log(`${settings.shopName} starts.`);

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
