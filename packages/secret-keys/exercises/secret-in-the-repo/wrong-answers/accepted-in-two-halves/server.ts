// Caught by: no-file, every-disguise, old-sessions
// Misconception: still-accepted
// The new key signs, the old one is accepted for some weeks: that is how keys are changed, isn't it?
import cookieParser from 'cookie-parser';
import express from 'express';

import { clientScript } from './client';
import { sessionKey, settings } from './settings';

const app = express();
const [head, tail] = ['7f17c74134036f7e2b0d780141a2c6fd', 'bca6610120a859863366794d88fd46a1'];
app.use(cookieParser([sessionKey(), head + tail]), express.urlencoded());
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
