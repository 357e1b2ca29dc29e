import { keyOf } from '@cookie-lessons/question-bank';
import cookieParser from 'cookie-parser';
import express from 'express';

import { whichKeySigns } from '../../questions/secret-keys/which-key-signs';
import { pairOf, requestsTo } from '@cookie-lessons/lesson-proof';
import { signedCookieOf } from '../signed-cookie-of';

export const whichKeySignsKey = keyOf(whichKeySigns, {
  answer: async ({ first, second, visitor, cookie }) => {
    const app = express();
    app.use(cookieParser([`${first}…`, `${second}…`]));
    app.get('/', (req, res) => {
      const name = (req.signedCookies as Record<string, string | false | undefined>)[cookie];
      if (name) res.cookie(cookie, name, { signed: true });
      res.send(name ? `Hello ${name}` : 'Hello stranger');
    });
    const byKey = (key: string): Promise<string> => signedCookieOf(cookie, visitor, key);
    const [byFirst, bySecond] = [await byKey(`${first}…`), await byKey(`${second}…`)];
    const { body, setCookies } = await requestsTo(app, (send) => send({ path: '/', headers: { cookie: pairOf(bySecond) } }));
    if (body !== `Hello ${visitor}`) return 'refused';
    return setCookies[0] === byFirst ? 'first' : setCookies[0] === bySecond ? 'second' : 'both';
  },
  explanation:
    'cookie-parser signs with the first key of the list and verifies with all of them. So an old cookie is believed during the overlap, and the one that goes out depends on the new key alone.',
  beliefs: {
    second:
      'If an old key went on signing, it could never be retired. In cookie-parser the first of the list signs; itsdangerous does it the other way round.',
    both: 'A cookie has one signature. One key signs; the others only verify.',
    refused: 'Each key of the list verifies. That is what a list is for: nobody is logged out when the key changes.',
  },
});
