import { keyOf } from '@cookie-lessons/question-bank';

import { whoComesIn } from '../../questions/sessions/who-comes-in';
import { answerOf } from '../set-cookies-of';

export const whoComesInKey = keyOf(whoComesIn, {
  answer: async ({ name, value, invented, secretKey }) => {
    const login = await answerOf((res) => res.cookie(name, value, { signed: true }), '', secretKey);
    const sent = {
      without: '',
      own: login.setCookies[0]?.split(';', 1)[0] ?? '',
      invented: `${name}=s%3A${value}.${invented}`,
      unsigned: `${name}=${value}`,
    };
    const comesIn: string[] = [];
    for (const [visitor, cookie] of Object.entries(sent)) {
      const { said } = await answerOf((_res, req) => req.signedCookies[name] !== undefined, cookie, secretKey);
      if (said === true) comesIn.push(visitor);
    }
    return comesIn;
  },
  explanation:
    "For a wrong signature `req.signedCookies` holds `false`, and `false !== undefined`. So every forged cookie comes in. Ask for what you want instead: `typeof … === 'string'`.",
  beliefs: {
    without:
      'A cookie that was not sent is `undefined` in `req.signedCookies`. This is one of the two visitors that the test keeps out.',
    own: 'Its signature is right, so its value is in `req.signedCookies`. Whoever has logged in comes in.',
    invented: 'A wrong signature gives `false`, not `undefined`. The test takes it for a value and lets the forger in.',
    unsigned: 'A cookie without a signature arrives in `req.cookies` only. In `req.signedCookies` it is `undefined`.',
  },
});
