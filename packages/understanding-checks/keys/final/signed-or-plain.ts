import { keyOf } from '@cookie-lessons/question-bank';

import { headersOf, signedOrPlain } from '../../questions/final/signed-or-plain';
import { answerOf } from '../set-cookies-of';

export const signedOrPlainKey = keyOf(signedOrPlain, {
  answer: async (values) => {
    const { name, value, secretKey } = values;
    for (const [choice, header] of Object.entries(headersOf(values))) {
      const { said } = await answerOf(
        (_res, req) => String(req.signedCookies[name] || req.cookies[name] || ''),
        header,
        secretKey,
      );
      if (said === value) return choice;
    }
    return 'none';
  },
  explanation:
    'A cookie without a signature arrives in `req.cookies`, and what stands after `||` reads exactly that. What looks like a careful fallback is a way round the signature.',
  beliefs: {
    marked:
      'With `s:` in front it is taken for a signed cookie without a right signature: `false` in `req.signedCookies`, and gone from `req.cookies`.',
    invented:
      'A signature that does not fit gives `false` in `req.signedCookies`, and the cookie is taken out of `req.cookies`. So both sides of `||` are empty.',
    none: 'The signature is asked for only on the left of `||`. On the right stands `req.cookies`, which nobody has checked.',
  },
});
