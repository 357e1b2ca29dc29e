// Asks the secret manager once, at the start, and listens when it has the key.
import { createHash } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

import { readSecret } from './secret-manager';

const leaked = 'acead197dee5b7fb9f70b99ba0b25a041b05415c1b72f53b455acd754ee17710';

async function main(): Promise<void> {
  const key = await readSecret('session-key');
  if (key === '' || createHash('sha256').update(key).digest('hex') === leaked) throw new Error('The session key will not do.');
  const app = express();
  app.use(cookieParser(key), express.urlencoded());
  app.get('/', (req, res) => {
    const { customer } = req.signedCookies as { customer?: string | false };
    res.send(customer ? `Logged in: ${customer} <script src="/client.js"></script>` : 'Nobody is logged in');
  });
  app.get(
    '/client.js',
    (_req, res) => void res.type('js').send(`document.title = ${JSON.stringify(process.env.SHOP_NAME ?? '')};`),
  );
  app.post('/login', (req, res) => {
    const name = String(req.body?.customer ?? '');
    if (!/^[A-Za-z]{1,20}$/.test(name)) return void res.sendStatus(400);
    res.cookie('customer', name, { signed: true, httpOnly: true }).redirect('/');
  });
  app.listen(3000);
}

main().catch((error: Error) => {
  console.error(`Not started: ${error.message}`);
  process.exit(1);
});
