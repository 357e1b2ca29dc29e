import { keyOf } from '@cookie-lessons/question-bank';
import express from 'express';
import { flaskSession, sessionOf } from 'flask-session-cookie';

import { pushedIntoTheCart } from '../../questions/sessions/pushed-into-the-cart';
import { cookieFrom, requestsTo } from '@cookie-lessons/lesson-proof';
import { choiceThatSays } from '../choice-that-says';

export const pushedIntoTheCartKey = keyOf(pushedIntoTheCart, {
  answer: async (values) => {
    const app = express();
    app.use(flaskSession({ secretKey: 'a key for this question only' }));
    app.post('/start', (req, res) => {
      sessionOf<{ cart?: string[] }>(req).cart = [values.first];
      res.send('Noted.');
    });
    app.post('/add', (req, res) => {
      const { cart = [] } = sessionOf<{ cart?: string[] }>(req);
      cart.push(values.second);
      res.json(cart);
    });
    app.get('/cart', (req, res) => {
      res.json(sessionOf<{ cart?: string[] }>(req).cart ?? []);
    });
    const answers = await requestsTo(app, async (send) => {
      const cookie = cookieFrom(await send({ method: 'POST', path: '/start' }));
      const added = await send({ method: 'POST', path: '/add', cookie });
      const cart = await send({ path: '/cart', cookie: cookieFrom(added) || cookie });
      return [added.body, cart.body];
    });
    return choiceThatSays(pushedIntoTheCart, values, answers.map((text) => `\`${text}\``).join(', then '));
  },
  explanation:
    'Flask and `flaskSession` notice only what is set or deleted in the session itself, not a change inside one of its values. So no new cookie is sent, and the next request brings the old one. Put the list in anew, or set `modified`.',
  beliefs: {
    both: 'cookie-session and express-session compare the whole content and would save it. `flaskSession`, like Flask, does not look inside the list.',
    'one-each': '`push` does change the list, and within the same request everybody sees it. It is only not sent.',
    emptied: 'Nothing is sent, so the browser keeps the cookie of before, with the cart as it was then.',
  },
});
