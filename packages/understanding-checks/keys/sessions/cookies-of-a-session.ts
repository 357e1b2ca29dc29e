import { keyOf } from '@cookie-lessons/question-bank';
import express from 'express';
import { flaskSession, sessionOf } from 'flask-session-cookie';

import { cookiesOfASession } from '../../questions/sessions/cookies-of-a-session';
import { requestsTo } from '@cookie-lessons/lesson-proof';
import { choiceThatSays } from '../choice-that-says';

export const cookiesOfASessionKey = keyOf(cookiesOfASession, {
  answer: async (values) => {
    const app = express();
    app.use(flaskSession({ secretKey: 'a key for this question only' }));
    app.get('/', (req, res) => {
      const session = sessionOf<Record<string, string>>(req);
      values.names.forEach((name, index) => (session[name] = `${values.value}${index + 1}`));
      res.send('Noted.');
    });
    const { setCookies } = await requestsTo(app, (send) => send({ path: '/' }));
    const names = setCookies.map((line) => `\`${line.split('=', 1)[0]}\``);
    return choiceThatSays(cookiesOfASession, values, `${['None', 'One', 'Two'][names.length]}: ${names.join(' and ')}.`);
  },
  explanation:
    'Whatever a program remembers of a visitor, the session is one cookie. The names have moved into its value, beside what they hold, and the signature is a part of that value too.',
  beliefs: {
    two: 'That is cookie-session, which keeps the signature in a second cookie. In the format of Flask it is the last part of the value.',
    each: 'That would be so with `res.cookie`. A session puts all its names and values into the value of one cookie.',
    id: 'That is express-session, which keeps the session on the server. `flaskSession` keeps it in the cookie.',
  },
});
