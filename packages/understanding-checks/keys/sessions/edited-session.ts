import { keyOf } from '@cookie-lessons/question-bank';
import express from 'express';
import { flaskSession, sessionOf } from 'flask-session-cookie';

import { editedSession } from '../../questions/sessions/edited-session';
import { cookieFrom, requestsTo } from '@cookie-lessons/lesson-proof';
import { choiceThatSays } from '../choice-that-says';

export const editedSessionKey = keyOf(editedSession, {
  answer: async (values) => {
    const app = express();
    app.use(flaskSession({ secretKey: 'a key for this question only' }));
    app.get('/', (req, res) => {
      const { user = 'stranger' } = sessionOf<{ user?: string }>(req);
      res.send(`Hello ${user}`);
    });
    app.post('/login', (req, res) => {
      sessionOf<{ user?: string }>(req).user = values.user;
      res.send('Welcome');
    });
    const { status, body } = await requestsTo(app, async (send) => {
      const cookie = cookieFrom(await send({ method: 'POST', path: '/login' }));
      const [, ...untouched] = cookie.split('.');
      const payload = Buffer.from(JSON.stringify({ user: values.wished })).toString('base64url');
      return send({ path: '/', cookie: ['session=' + payload, ...untouched].join('.') });
    });
    return choiceThatSays(editedSession, values, `Status ${status}: \`${body}\``);
  },
  explanation:
    'The signature no longer fits what it signs, so the server treats the request as if no cookie had come: an empty session, and no error. Most broken cookies are accidents.',
  beliefs: {
    edited:
      'That happens with a plain cookie. Here the server computes the signature again, finds that it does not fit, and believes nothing of the payload.',
    original: 'The server keeps no copy that it could fall back on. The session is the cookie, and this one is not believed.',
    refused: 'A signature that does not fit is no error to the server. The visitor counts as one without a cookie.',
  },
});
