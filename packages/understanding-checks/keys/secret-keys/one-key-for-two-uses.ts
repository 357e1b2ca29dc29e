import { keyOf } from '@cookie-lessons/question-bank';
import cookieParser from 'cookie-parser';
import express, { type Express } from 'express';
import session, { MemoryStore } from 'express-session';

import { oneKeyForTwoUses } from '../../questions/secret-keys/one-key-for-two-uses';
import { pairOf, requestsTo } from '@cookie-lessons/lesson-proof';
import { signedCookieOf } from '../signed-cookie-of';

export const oneKeyForTwoUsesKey = keyOf(oneKeyForTwoUses, {
  answer: async ({ cookie, user, key }) => {
    const store = new MemoryStore();
    return requestsTo(shop({ cookie, user, key, store }), async (send) => {
      await send({ path: '/login' });
      const id = await idIn(store);
      const valueOf = (setCookie?: string): string => pairOf(setCookie).replace(/^[^=]*=/, '');
      const ways: Record<string, string> = {
        raw: id,
        own: valueOf(await signedCookieOf('connect.sid', id, 'mallory')),
        move: valueOf((await send({ path: `/${cookie}/${id}` })).setCookies[0]),
      };
      for (const [name, value] of Object.entries(ways))
        if ((await send({ path: '/', headers: { cookie: `connect.sid=${value}` } })).body === user) return name;
      return 'never';
    });
  },
  explanation:
    'Both packages sign alike, and a signature does not say what it is for. So the shop itself signs the id for her, and with one key for both it is a session. With a key for each purpose it would be none.',
  beliefs: {
    raw: 'express-session wants the id together with its signature. An id alone is ignored.',
    own: 'A signature made with another key does not fit, and the cookie is ignored.',
    never: 'She need not sign. The shop signs what visitors choose, with the very key that signs its sessions.',
  },
});

function shop({ cookie, user, key, store }: { cookie: string; user: string; key: string; store: MemoryStore }): Express {
  const app = express();
  app.use(session({ secret: key, store, resave: false, saveUninitialized: false }));
  app.use(cookieParser(key));
  app.get(`/${cookie}/:text`, (req, res) => void res.cookie(cookie, req.params.text, { signed: true }).send('Noted.'));
  app.get('/login', (req, res) => {
    Object.assign(req.session, { user });
    res.send('Welcome');
  });
  app.get('/', (req, res) => void res.send((req.session as { user?: string }).user ?? ''));
  return app;
}

function idIn(store: MemoryStore): Promise<string> {
  return new Promise((resolve) => store.all((_error, sessions) => resolve(Object.keys(sessions ?? {})[0] ?? '')));
}
