// A factory that refuses by ending the process, with cookie-session.
import { createHash } from 'node:crypto';

import cookieSession from 'cookie-session';
import express from 'express';

export default function createApp() {
  const { SESSION_KEY: key } = process.env;
  if (!key?.trim() || createHash('sha256').update(key).digest('base64') === 'rOrRl97lt/ufcLmboLJaBBsFQVwbcvU7RVrNdU7hdxA=') {
    console.error('SESSION_KEY is missing, or burnt.');
    process.exit(1);
  }
  const app = express();
  app.use(cookieSession({ name: 's', keys: [key], httpOnly: true, sameSite: 'lax' }), express.urlencoded());
  app.get('/', (req, res) => {
    const { customer } = (req.session ?? {}) as { customer?: string };
    res.json({ says: customer ? `Logged in: ${customer}` : 'Nobody is logged in' });
  });
  app.get('/client.js', (_req, res) => void res.type('js').send(`console.log(${JSON.stringify(process.env.SHOP_NAME)});`));
  app.post('/login', (req, res) => {
    if (!/^[A-Za-z]{1,20}$/.test(req.body?.customer)) return void res.sendStatus(422);
    Object.assign(req.session ?? {}, { customer: req.body.customer as string });
    res.sendStatus(204);
  });
  return app;
}
