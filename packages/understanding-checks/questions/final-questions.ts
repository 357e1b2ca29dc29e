import type { Sheet } from '../sheet';
import { aBitOfTheIv } from './final/a-bit-of-the-iv';
import { aKeyByItsMaking } from './final/a-key-by-its-making';
import { anOldSession } from './final/an-old-session';
import { droppedOverHttp } from './final/dropped-over-http';
import { fixationInOrder } from './final/fixation-in-order';
import { headerOfARequest } from './final/header-of-a-request';
import { objectSent } from './final/object-sent';
import { secondsKept } from './final/seconds-kept';
import { signedOrPlain } from './final/signed-or-plain';
import { throughTheGate } from './final/through-the-gate';
import { whoIsLoggedIn } from './final/who-is-logged-in';

export const sheet: Sheet = {
  title: 'Final questions',
  summary: 'All four lessons, once more: what is sent, what is kept, what is signed, and what is believed.',
  minutes: 20,
  graded: true,
  questions: [
    aBitOfTheIv,
    aKeyByItsMaking,
    anOldSession,
    droppedOverHttp,
    fixationInOrder,
    headerOfARequest,
    objectSent,
    secondsKept,
    signedOrPlain,
    throughTheGate,
    whoIsLoggedIn,
  ],
};
