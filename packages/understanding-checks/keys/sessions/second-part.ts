import { keyOf } from '@cookie-lessons/question-bank';
import { decodeFlaskSession } from 'flask-session-cookie';

import { secondPart } from '../../questions/sessions/second-part';
import { choiceThatSays } from '../choice-that-says';

export const secondPartKey = keyOf(secondPart, {
  answer: (values) => {
    const { signedAt } = decodeFlaskSession(secondPart.ask(values).shown ?? '');
    return choiceThatSays(secondPart, values, `The session was written at \`${signedAt.toISOString()}\`.`);
  },
  explanation:
    'The second part is the time of writing: the seconds since 1970 in UTC, as bytes, in base64url. The server adds the lifetime, 31 days unless set otherwise, when it checks.',
  beliefs: {
    january:
      'The bytes count seconds, and `Date` of JavaScript wants milliseconds. Without the factor of 1000 every session was written in January 1970.',
    until:
      'The cookie says when it was written. How long it is accepted after that is decided by the server, which may change its mind.',
    unreadable: 'Only the third part needs the key, to be checked. The first two are encoded, and anyone can decode them.',
  },
});
