import type { Sheet } from '../sheet';
import { cookiesOfASession } from './sessions/cookies-of-a-session';
import { copyAfterLogout } from './sessions/copy-after-logout';
import { editedSession } from './sessions/edited-session';
import { gluedTogether } from './sessions/glued-together';
import { keyInTheCookie } from './sessions/key-in-the-cookie';
import { mayBeInTheCookie } from './sessions/may-be-in-the-cookie';
import { pushedIntoTheCart } from './sessions/pushed-into-the-cart';
import { secondPart } from './sessions/second-part';
import { whatASignatureProves } from './sessions/what-a-signature-proves';
import { whoComesIn } from './sessions/who-comes-in';

export const sheet: Sheet = {
  title: 'Questions on sessions',
  summary: 'Say what a session cookie holds, what its signature proves, and what ends a session.',
  minutes: 25,
  graded: false,
  questions: [
    keyInTheCookie,
    cookiesOfASession,
    editedSession,
    whatASignatureProves,
    secondPart,
    pushedIntoTheCart,
    gluedTogether,
    whoComesIn,
    copyAfterLogout,
    mayBeInTheCookie,
  ],
};
