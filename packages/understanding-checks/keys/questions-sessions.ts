import type { Key } from '@cookie-lessons/question-bank';

import { cookiesOfASessionKey } from './sessions/cookies-of-a-session';
import { copyAfterLogoutKey } from './sessions/copy-after-logout';
import { editedSessionKey } from './sessions/edited-session';
import { gluedTogetherKey } from './sessions/glued-together';
import { keyInTheCookieKey } from './sessions/key-in-the-cookie';
import { mayBeInTheCookieKey } from './sessions/may-be-in-the-cookie';
import { pushedIntoTheCartKey } from './sessions/pushed-into-the-cart';
import { secondPartKey } from './sessions/second-part';
import { whatASignatureProvesKey } from './sessions/what-a-signature-proves';
import { whoComesInKey } from './sessions/who-comes-in';

export const keys: readonly Key[] = [
  keyInTheCookieKey,
  cookiesOfASessionKey,
  editedSessionKey,
  whatASignatureProvesKey,
  secondPartKey,
  pushedIntoTheCartKey,
  gluedTogetherKey,
  whoComesInKey,
  copyAfterLogoutKey,
  mayBeInTheCookieKey,
];
