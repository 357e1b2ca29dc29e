import { keyOf } from '@cookie-lessons/question-bank';

import { whatASignatureProves } from '../../questions/sessions/what-a-signature-proves';

export const whatASignatureProvesKey = keyOf(whatASignatureProves, {
  answer: () => ['written', 'unchanged'],
  explanation:
    'A valid signature proves that somebody who has the key once wrote exactly this. It says nothing about when, for whom, who sends it now, or who has read it.',
  beliefs: {
    written:
      'Without the key nobody can compute a signature that fits. So whoever wrote this had it: the server, as long as the key is secret.',
    unchanged: 'With one character changed the signature does not fit any more. That is what it is for.',
    newest:
      'An old cookie has an old signature, and that is valid too. There may be ten versions of one session, all of them right.',
    owner: 'A copy is as good as the original. The signature tells who wrote the cookie, and nothing of who sends it.',
    unread: 'A signed cookie is not encrypted. Anyone who has it can decode the payload without a key.',
    open: 'The server can not take back what it has signed. A copy from before the logout has a right signature.',
  },
});
