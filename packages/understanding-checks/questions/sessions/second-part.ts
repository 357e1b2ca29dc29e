import { question } from '@cookie-lessons/question-bank';
import { encodeFlaskSession } from 'flask-session-cookie';

export const secondPart = question({
  id: 'second-part',
  kind: 'single',
  title: 'The second part',
  section: 'sessions/flask-cookie-format#the-timestamp',
  draw: (draw) => ({
    zip: String(draw.integer('zip', 10_000, 99_999)),
    secretKey: draw.hex('key', 32),
    seconds: draw.integer('seconds', 1_700_000_000, 1_780_000_000),
  }),
  ask: ({ zip, secretKey, seconds }) => ({
    prompt: "This is the value of a session cookie in Flask's format. What does its second part say?",
    shown: encodeFlaskSession({ zip }, { secretKey, nowMs: seconds * 1000 }),
    choices: {
      written: `The session was written at \`${new Date(seconds * 1000).toISOString()}\`.`,
      january: `The session was written at \`${new Date(seconds).toISOString()}\`.`,
      until: `The session is accepted until \`${new Date(seconds * 1000).toISOString()}\`.`,
      unreadable: 'Nothing that can be read without the secret key.',
    },
  }),
});
