// One cookie for the cart, one for who is logged in, one for the clerk: each begins when it is earned.
import { randomUUID } from 'node:crypto';

import express from 'express';

type Kind = 'cart' | 'login' | 'clerk';
const tokens: Record<Kind, Map<string, string>> = { cart: new Map(), login: new Map(), clerk: new Map() };

export function createApp() {
  const app = express().use(express.urlencoded({ extended: true }));
  const read = (req: express.Request, kind: Kind) => {
    const id = new RegExp(`(?:^|; )${kind}=([0-9a-f-]{36})`).exec(req.headers.cookie ?? '')?.[1] ?? '';
    return { id, value: tokens[kind].get(id) };
  };
  const give = (req: express.Request, res: express.Response, kind: Kind, value: string) => {
    tokens[kind].delete(read(req, kind).id);
    const id = randomUUID();
    tokens[kind].set(id, value);
    res.append('Set-Cookie', `${kind}=${id}; HttpOnly; SameSite=Strict; Path=/`);
  };
  app.get('/', (req, res) => {
    const [cart, login, clerk] = (['cart', 'login', 'clerk'] as const).map((kind) => read(req, kind).value);
    const isClerk = clerk !== undefined && clerk === login;
    res.json([
      `Cart: ${cart ?? 'empty'}`,
      login ? `Logged in: ${login}` : 'Nobody is logged in',
      `Clerk: ${isClerk ? 'yes' : 'no'}`,
    ]);
  });
  app.post('/cart', (req, res) => {
    const { value } = read(req, 'cart');
    give(req, res, 'cart', [...(value ? [value] : []), req.body.article].join(', '));
    res.sendStatus(204);
  });
  app.post('/login', (req, res) => {
    give(req, res, 'login', req.body.customer);
    res.sendStatus(204);
  });
  app.post('/clerk', (req, res) => {
    const { value } = read(req, 'login');
    if (value === undefined || req.body.pin !== process.env.CLERK_PIN) return void res.status(401).send('No.');
    give(req, res, 'clerk', value);
    res.sendStatus(204);
  });
  app.post('/logout', (req, res) => {
    for (const kind of ['cart', 'login', 'clerk'] as const) tokens[kind].delete(read(req, kind).id);
    res.sendStatus(204);
  });
  return app;
}
