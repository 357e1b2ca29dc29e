import { keyOf } from '@cookie-lessons/question-bank';
import { encodeFlaskSession } from 'flask-session-cookie';

import { keyInTheCookie } from '../../questions/sessions/key-in-the-cookie';

export const keyInTheCookieKey = keyOf(keyInTheCookie, {
  answer: ({ user, secretKey, seconds }) => {
    const nowMs = seconds * 1000;
    const partsOf = (session: Record<string, string>, key: string): string[] =>
      encodeFlaskSession(session, { secretKey: key, nowMs }).split('.');
    const [payload, time, signature] = partsOf({ user }, secretKey);
    const [otherPayload, otherTime] = partsOf({ user }, `${secretKey}, another`);
    const isOfTheKey = payload !== otherPayload || time !== otherTime;
    const isOfTheKeyAlone = signature === partsOf({ user: `${user}, another` }, secretKey)[2];
    if (isOfTheKey || isOfTheKeyAlone) throw new Error('Something of the key is in the cookie.');
    return 'nothing';
  },
  explanation:
    'The server computes a signature from the key and the rest of the cookie, and sends only that. When the cookie comes back, it computes the signature again and compares. The key never travels.',
  beliefs: {
    hash: 'The third part depends on the payload and the time as well, and differs with each. The server checks whether its key makes this signature; no hash of the key is sent.',
    encrypted: 'The first part is what the session holds, in base64url. Anyone can read it, and the key is not there.',
    beginning: 'Nothing in the cookie says which key it was. A server with several keys tries one after the other.',
  },
});
