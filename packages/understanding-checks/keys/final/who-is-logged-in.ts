import { keyOf } from '@cookie-lessons/question-bank';
import { decodeFlaskSession } from 'flask-session-cookie';

import { whoIsLoggedIn } from '../../questions/final/who-is-logged-in';

type Values = Parameters<typeof whoIsLoggedIn.ask>[0];

export const whoIsLoggedInKey = keyOf(whoIsLoggedIn, {
  answer: (values) => read(values).user,
  explanation:
    'The first part of the value is JSON in base64url, which anyone can read without the key. `user` is one of the names in it. Reading needs no signature; whether the cookie is genuine, only the key can tell.',
  mistakes: (values) => ({
    friend: {
      answer: read(values).friend,
      belief: 'That is `friend`, whose profile was read last. Both names are in the session; only `user` says who is logged in.',
    },
    whole: {
      answer: JSON.stringify(read(values)),
      belief: 'That is the whole session. Asked for was the one value in it that stands under `user`.',
    },
    encoded: {
      answer: cookieOf(values).split('.')[0] ?? '',
      belief: 'That is the payload as it travels. It is encoded and not encrypted: decode it from base64url, and read the JSON.',
    },
  }),
});

function read(values: Values): { readonly friend: string; readonly user: string } {
  return JSON.parse(decodeFlaskSession(cookieOf(values)).json) as { friend: string; user: string };
}

function cookieOf(values: Values): string {
  return (whoIsLoggedIn.ask(values).shown ?? '').replace('session=', '');
}
