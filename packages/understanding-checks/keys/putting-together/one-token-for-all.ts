import { createHmac } from 'node:crypto';

import { keyOf } from '@cookie-lessons/question-bank';
import cookieParser from 'cookie-parser';
import express, { type Express, type Request } from 'express';

import { oneTokenForAll } from '../../questions/putting-together/one-token-for-all';
import { requestsTo } from '@cookie-lessons/lesson-proof';

export const oneTokenForAllKey = keyOf(oneTokenForAll, {
  answer: ({ user, path, text, key }) =>
    requestsTo(shop({ path: `/${path}`, text, key }), async (send) => {
      const asUser = { cookie: `user=${user}` };
      const { body } = await send({ path: `/${path}`, headers: { cookie: 'user=Mallory' } });
      const tokens: Record<string, string> = {
        computed: createHmac('sha256', '').update(text).digest('hex'),
        own: /value="([^"]*)"/.exec(body)?.[1] ?? '',
      };
      for (const [name, token] of Object.entries(tokens)) {
        const answer = await send({ method: 'POST', path: `/${path}`, headers: asUser, form: { token } });
        if (answer.body === `Done for ${user}`) return name;
      }
      return 'impossible';
    }),
  explanation:
    "The token is the same for everybody, so whoever has an account has it. A token must belong to one session: then the one from Mallory's form fits nobody but Mallory.",
  beliefs: {
    read: 'A page can not read the pages of another origin. It need not either: the shop gives Mallory the same token.',
    computed: 'The word alone is not enough, the key goes into it. But she need not compute what she is given.',
    impossible: 'She can not make one, but the shop hands it to every visitor, and it is not bound to any of them.',
  },
});

/** Who is logged in stands in a cookie, as it is: what is asked here is which token fits. */
function shop({ path, text, key }: { path: string; text: string; key: string }): Express {
  const token = createHmac('sha256', key).update(text).digest('hex');
  const userOf = (req: Request): string => String((req.cookies as { user?: string }).user);
  const app = express();
  app.use(cookieParser(), express.urlencoded({ extended: false }));
  app.get(path, (_req, res) => void res.send(`<form method="post"><input type="hidden" name="token" value="${token}">…</form>`));
  app.post(path, (req, res) => {
    if ((req.body as { token?: string }).token !== token) return void res.status(403).send('No.');
    res.send(`Done for ${userOf(req)}`);
  });
  return app;
}
