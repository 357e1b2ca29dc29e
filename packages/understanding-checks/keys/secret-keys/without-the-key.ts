import { keyOf } from '@cookie-lessons/question-bank';
import { decodeFlaskSession, encodeFlaskSession, verifyFlaskSession } from 'flask-session-cookie';

import { withoutTheKey } from '../../questions/secret-keys/without-the-key';

const hourMs = 3_600_000;

export const withoutTheKeyKey = keyOf(withoutTheKey, {
  answer: ({ user, coupon, key, issuedMs }) => {
    const options = { secretKey: key, nowMs: issuedMs };
    const cookie = encodeFlaskSession({ user, coupon }, options);
    const [payload = '', time = '', signature = ''] = cookie.split('.');
    // What Mallory makes by herself is made with a key of hers.
    const [otherPayload = ''] = encodeFlaskSession({ user: 'admin', coupon }, { ...options, secretKey: 'mallory' }).split('.');
    const laterMs = issuedMs + hourMs;
    const ownOfMallory = encodeFlaskSession({ user: 'admin' }, { secretKey: 'mallory', nowMs: laterMs });
    const [, laterTime = ''] = ownOfMallory.split('.');
    const isAccepted = (value: string): boolean => verifyFlaskSession(value, { secretKey: key, nowMs: laterMs }).ok;
    const works: Record<string, boolean> = {
      read: decodeFlaskSession(cookie).json.includes(coupon),
      replay: isAccepted(cookie),
      change: isAccepted([otherPayload, time, signature].join('.')),
      younger: isAccepted([payload, laterTime, signature].join('.')),
      sign: isAccepted(ownOfMallory),
    };
    return Object.keys(works).filter((name) => works[name]);
  },
  explanation:
    'A signature keeps a cookie from being changed or made up, and that goes for its time as well. It hides nothing, and it fits a copy as well as the original.',
  beliefs: {
    read: 'Signed is not encrypted: the payload is base64, and anyone who has the cookie can read it.',
    replay: 'A copy has the same signature, and it fits. The key ties a cookie neither to a person nor to a browser.',
    change: 'The signature was made over the old contents. With others it does not fit, and the server ignores the cookie.',
    younger: 'Flask signs payload and time together, so a changed time is found out like a changed name.',
    sign: 'How to sign is no secret. The key is, and it can not be computed from a cookie, however many one has.',
  },
});
