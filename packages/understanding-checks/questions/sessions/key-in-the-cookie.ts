import { question } from '@cookie-lessons/question-bank';
import { encodeFlaskSession } from 'flask-session-cookie';

export const keyInTheCookie = question({
  id: 'key-in-the-cookie',
  kind: 'single',
  title: 'The key and the cookie',
  section: 'sessions/what-is-a-session#the-warning-put-right',
  draw: (draw) => ({
    user: draw.word('user', 6),
    secretKey: draw.hex('key', 32),
    seconds: draw.integer('seconds', 1_700_000_000, 1_780_000_000),
  }),
  ask: ({ user, secretKey, seconds }) => ({
    prompt: 'A Flask program has signed this session with its secret key. What of that key is in the cookie?',
    shown: `session=${encodeFlaskSession({ user }, { secretKey, nowMs: seconds * 1000 })}`,
    choices: {
      nothing: 'Nothing. The third part is made with the key, and the key stays on the server.',
      hash: 'Its hash, which is the third part. The server compares it with the hash of its own key.',
      encrypted: 'All of it, encrypted, in the first part. Only the server can take it out again.',
      beginning: 'Its first characters. They tell the server which of its keys to check with.',
    },
  }),
});
