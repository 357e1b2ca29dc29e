import { question } from '@cookie-lessons/question-bank';
import { encodeFlaskSession } from 'flask-session-cookie';

export const whoIsLoggedIn = question({
  id: 'who-is-logged-in',
  kind: 'read',
  title: 'Who is logged in',
  section: 'sessions/signed-is-not-encrypted#read-one-without-the-key',
  draw: (draw) => ({
    friend: draw.word('friend', 6),
    user: draw.word('user', 8),
    secretKey: draw.hex('key', 32),
    seconds: draw.integer('seconds', 1_700_000_000, 1_780_000_000),
  }),
  ask: ({ friend, user, secretKey, seconds }) => ({
    prompt:
      "This is the session cookie of a Flask program. `session['user']` is who is logged in, `session['friend']` whose profile was read last. Who is logged in?",
    shown: `session=${encodeFlaskSession({ friend, user }, { secretKey, nowMs: seconds * 1000 })}`,
  }),
});
