import { question } from '@cookie-lessons/question-bank';
import { encodeFlaskSession } from 'flask-session-cookie';

export const withoutTheKey = question({
  id: 'without-the-key',
  kind: 'multiple',
  title: 'A cookie, and no key',
  section: 'secret-keys/what-the-key-protects',
  draw: (draw) => ({
    user: draw.word('user', 5),
    coupon: draw.word('coupon', 7),
    key: draw.hex('key', 32),
    // Some morning of November 2023.
    issuedMs: Date.UTC(2023, 10, draw.integer('day', 1, 30), 9, draw.integer('minute', 0, 59)),
  }),
  ask: ({ user, coupon, key, issuedMs }) => ({
    prompt: `On ${dayOf(issuedMs)} a Flask shop with a good key, which nobody else knows, gave \`${user}\` this session. Mallory copied it the same day. What could she do then?`,
    shown: `session=${encodeFlaskSession({ user, coupon }, { secretKey: key, nowMs: issuedMs })}`,
    choices: {
      read: 'Read what is in it.',
      replay: `Send it herself, and be taken for \`${user}\`.`,
      change: 'Change the user, keep time and signature, and have that accepted.',
      younger: 'Put a later time into it, so that it expires later.',
      sign: 'Sign a session of her own, since the cookie shows how it is done.',
    },
  }),
});

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
