import { keyOf } from '@cookie-lessons/question-bank';
import express, { type Express } from 'express';
import { flaskSession, sessionOf } from 'flask-session-cookie';

import { oneKeyForTwoSites } from '../../questions/secret-keys/one-key-for-two-sites';
import { pairOf, requestsTo } from '@cookie-lessons/lesson-proof';

export const oneKeyForTwoSitesKey = keyOf(oneKeyForTwoSites, {
  answer: async ({ user, here, there, key }) => {
    const { setCookies } = await requestsTo(installation(user, key), (send) =>
      send({ path: '/login', headers: { host: `${here}.test` } }),
    );
    const copied = pairOf(setCookies[0]);
    const isLetIn = (cookie: string): Promise<boolean> =>
      requestsTo(installation('somebody else', key), async (send) => {
        const { body } = await send({ path: '/', headers: { host: `${there}.test`, cookie } });
        return body === `Hello ${user}`;
      });
    if (await isLetIn(copied.split('.')[0] ?? '')) return 'unsigned';
    return (await isLetIn(copied)) ? 'copy' : 'never';
  },
  explanation:
    'A signature says that it was made with this key, and nothing of which site made it. With one key for both, each believes the sessions of the other. This is what happened to Apache Airflow; nobody had to forge anything.',
  beliefs: {
    crack: 'The key need not be known. The other site signs with it, and its cookie fits as it is.',
    unsigned: 'Without its signature a session is ignored. Nor is there a reason to take it off: with the same key it fits.',
    never: 'No site stands in the signature of a Flask session, only the contents, the time and the key.',
  },
});

function installation(user: string, secretKey: string): Express {
  const app = express();
  app.use(flaskSession({ secretKey }));
  app.get('/login', (req, res) => {
    sessionOf<{ user?: string }>(req).user = user;
    res.send('Welcome');
  });
  app.get('/', (req, res) => void res.send(`Hello ${sessionOf<{ user?: string }>(req).user ?? 'stranger'}`));
  return app;
}
