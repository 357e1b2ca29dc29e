import type { Key } from '@cookie-lessons/question-bank';

import { aBitOfTheIvKey } from './final/a-bit-of-the-iv';
import { aKeyByItsMakingKey } from './final/a-key-by-its-making';
import { anOldSessionKey } from './final/an-old-session';
import { droppedOverHttpKey } from './final/dropped-over-http';
import { fixationInOrderKey } from './final/fixation-in-order';
import { headerOfARequestKey } from './final/header-of-a-request';
import { objectSentKey } from './final/object-sent';
import { secondsKeptKey } from './final/seconds-kept';
import { signedOrPlainKey } from './final/signed-or-plain';
import { throughTheGateKey } from './final/through-the-gate';
import { whoIsLoggedInKey } from './final/who-is-logged-in';

export const keys: readonly Key[] = [
  aBitOfTheIvKey,
  aKeyByItsMakingKey,
  anOldSessionKey,
  droppedOverHttpKey,
  fixationInOrderKey,
  headerOfARequestKey,
  objectSentKey,
  secondsKeptKey,
  signedOrPlainKey,
  throughTheGateKey,
  whoIsLoggedInKey,
];
