import { keyOf } from '@cookie-lessons/question-bank';
import cookieParser from 'cookie-parser';
import express, { type Express, type Request } from 'express';

import { auditASmallShop } from '../../questions/putting-together/audit-a-small-shop';
import { CookieJar } from '../browser-jar';
import { pairOf, requestsTo } from '@cookie-lessons/lesson-proof';

const anyMoment = Date.UTC(2026, 0, 5);
const origin = 'https://shop.example.test';

export const auditASmallShopKey = keyOf(auditASmallShop, {
  answer: ({ user, cookie, list, key }) => {
    const lists = new Map([[user, ['milk']]]);
    return requestsTo(shop({ cookie, list, key, lists }), async (send) => {
      const logIn = async (name: string): Promise<string> =>
        (await send({ method: 'POST', path: '/login', form: { name } })).setCookies[0] ?? '';
      const opens = async (header: string): Promise<boolean> =>
        (await send({ path: '/account', headers: { cookie: header } })).body === `Account of ${user}`;
      const line = await logIn(user);
      const jar = new CookieJar();
      jar.setFromResponse(line, new URL(origin), anyMoment);
      const read = jar.cookiesForScript(new URL(origin), anyMoment);
      const url = new URL(`/${list}/clear`, origin);
      const sent = jar.cookiesFor({ url, method: 'GET', initiator: { kind: 'link', from: 'https://evil.test/' } }, anyMoment);
      await send({ path: url.pathname, headers: { cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; ') } });
      await send({ method: 'POST', path: '/logout', headers: { cookie: pairOf(line) } });
      const happens: Record<string, boolean> = {
        copied: await opens(pairOf(line)),
        link: !lists.has(user),
        renamed: await opens(pairOf(await logIn('Mallory')).replace('Mallory', user)),
        unsigned: await opens(`${cookie}=${user}`),
        script: read.length > 0,
      };
      return Object.keys(happens).filter((name) => happens[name]);
    });
  },
  explanation:
    'Two of the nine questions find something: nothing on the server ends at logout, and a GET does something, to which a `Lax` cookie goes along. The signature is verified, and the attributes are in order.',
  beliefs: {
    copied: '`clearCookie` asks one browser to forget. A signature can not be taken back, so a copy goes on working.',
    link: 'A followed link is a GET, and a `Lax` cookie goes along with it. A GET must not change anything.',
    renamed: 'The signature was made over the other name. With this one it does not fit.',
    unsigned: 'Only `req.signedCookies` is read, and an unsigned value never gets there.',
    script: '`httpOnly` is set: no script reads this cookie. (Such a script can do harm without reading it.)',
  },
});

interface Shop {
  readonly cookie: string;
  readonly list: string;
  readonly key: string;
  readonly lists: Map<unknown, unknown>;
}

function shop({ cookie, list, key, lists }: Shop): Express {
  const userOf = (req: Request): string | false | undefined => (req.signedCookies as Record<string, string | false>)[cookie];
  const app = express();
  app.use(cookieParser(key), express.urlencoded({ extended: false }));
  app.post('/login', (req, res) => {
    const { name } = req.body as { name: string };
    res.cookie(cookie, name, { signed: true, httpOnly: true, secure: true, sameSite: 'lax' });
    res.send('Welcome');
  });
  app.get(`/${list}/clear`, (req, res) => {
    lists.delete(userOf(req));
    res.send('Empty');
  });
  app.post('/logout', (_req, res) => void res.clearCookie(cookie).send('Bye'));
  app.get('/account', (req, res) => {
    const user = userOf(req);
    res.send(user ? `Account of ${user}` : 'Please log in');
  });
  return app;
}
