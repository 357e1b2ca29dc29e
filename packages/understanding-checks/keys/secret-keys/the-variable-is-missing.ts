import { keyOf } from '@cookie-lessons/question-bank';
import cookieParser from 'cookie-parser';
import express from 'express';

import { theVariableIsMissing } from '../../questions/secret-keys/the-variable-is-missing';
import { pairOf, requestsTo } from '@cookie-lessons/lesson-proof';
import { signedCookieOf } from '../signed-cookie-of';

export const theVariableIsMissingKey = keyOf(theVariableIsMissing, {
  answer: async ({ variable, word }) => {
    const env: Record<string, string | undefined> = {};
    const app = express();
    try {
      app.use(cookieParser(env[variable] || word));
    } catch {
      return 'refuses';
    }
    app.get('/', (req, res) => {
      const { user } = req.signedCookies as { user?: string | false };
      res.send(user ? `Hello ${user}` : 'Hello stranger');
    });
    const cookie = pairOf(await signedCookieOf('user', 'admin', word));
    const { body } = await requestsTo(app, (send) => send({ path: '/', headers: { cookie } }));
    return body === 'Hello admin' ? 'forged' : 'strangers';
  },
  explanation:
    'The default is a key like any other, only that everybody can read it. The server runs, looks healthy, and believes what a stranger signs. It should refuse to start instead.',
  beliefs: {
    strangers: 'The default *is* a key, and what is signed with it fits. Anyone who has the source can sign with it.',
    refuses: 'cookie-parser takes any text as a key, a single letter too. Refusing is up to your program.',
    random: 'No package draws a key in its place. The default in the line is used, and it is the same everywhere.',
  },
});
