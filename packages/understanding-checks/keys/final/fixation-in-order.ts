import { keyOf } from '@cookie-lessons/question-bank';
import express from 'express';
import session from 'express-session';

import { fixationInOrder } from '../../questions/final/fixation-in-order';
import { cookieFrom, requestsTo } from '@cookie-lessons/lesson-proof';

export const fixationInOrderKey = keyOf(fixationInOrder, {
  answer: async ({ customer }) => {
    const steps: string[] = [];
    const seen = await requestsTo(
      shop(customer, () => steps.push('note')),
      async (send) => {
        steps.push('visit');
        const idOfTheAttacker = cookieFrom(await send({ method: 'POST', path: '/cart' }));
        steps.push('plant');
        const inTheBrowser = idOfTheAttacker;
        steps.push('login');
        await send({ method: 'POST', path: '/login', cookie: inTheBrowser });
        steps.push('return');
        return send({ path: '/account', cookie: idOfTheAttacker });
      },
    );
    if (seen.body !== customer) throw new Error('The attack did not succeed in this order.');
    return steps;
  },
  explanation:
    'The attacker knows the id before it is worth anything, and the login gives it its worth. Nothing is stolen and nothing guessed. A new id at login is the cure: then the old one opens nothing.',
  beliefs: {
    visit:
      'It begins with the attacker, who gets an id as everybody does. It has to be an id that the server itself has given out.',
    plant: 'The id is planted before the login. Afterwards the customer would only get a session in which nobody is logged in.',
    login:
      'The customer logs in with the planted id. That is why the server notes the login under an id which the attacker knows.',
    note: 'The note is what the login does on the server. Before it the id is worth nothing, and after it the attacker need only come back.',
    return: 'Coming back is the last step: before the server has noted the login, there is no account behind the id.',
  },
});

/** It keeps the id at login, which is the fault. */
function shop(customer: string, onNote: () => void): express.Express {
  const app = express();
  app.use(session({ secret: 'a key for this question only', resave: false, saveUninitialized: false }));
  app.post('/cart', (req, res) => {
    Object.assign(req.session, { cart: ['tea'] });
    res.end();
  });
  app.post('/login', (req, res) => {
    Object.assign(req.session, { user: customer });
    onNote();
    res.end();
  });
  app.get('/account', (req, res) => {
    res.send((req.session as { user?: string }).user ?? 'nobody');
  });
  return app;
}
