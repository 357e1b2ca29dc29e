import { keyOf } from '@cookie-lessons/question-bank';

import { mayBeInTheCookie } from '../../questions/sessions/may-be-in-the-cookie';

export const mayBeInTheCookieKey = keyOf(mayBeInTheCookie, {
  answer: () => ['language', 'articles'],
  explanation:
    'The visitor can read a signed cookie, and can put back an older one. So it holds nothing that they must not know, and nothing that counts down. What somebody wants may be in it; what it costs is looked up.',
  beliefs: {
    language: 'The visitor chose it and may read it, and an older choice, put back, harms nobody.',
    articles:
      'What somebody wants is theirs to know and to change. Prices are another matter: those are looked up on the server.',
    number: 'A signed cookie can be read without the key. The visitor decodes it and guesses right at once.',
    hash: 'Fifty numbers have fifty hashes, and the visitor can compute them all. A hash hides nothing that can be tried out.',
    tries:
      'The visitor keeps the cookie of before the guess and puts it back: the guess is won back, and its signature is right.',
    credit: 'Pay with it, put back the cookie of before the payment, and the credit is there again. It belongs on the server.',
  },
});
