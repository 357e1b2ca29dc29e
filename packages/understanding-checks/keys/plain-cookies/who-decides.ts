import { keyOf } from '@cookie-lessons/question-bank';

import { whoDecides } from '../../questions/plain-cookies/who-decides';

export const whoDecidesKey = keyOf(whoDecides, {
  answer: () => 'client',
  explanation:
    'The header is text that the client writes. A browser writes what its jar holds, but its owner can edit the jar, and curl writes what it is told. To a server, a cookie is user input.',
  beliefs: {
    server: 'The server only asks for a cookie to be kept. What comes back is written by the client.',
    maker: 'Every browser lets its owner edit cookies, and there are clients that are no browsers.',
    https: 'HTTPS keeps strangers on the way from reading and changing it. The sender is at one end of that way.',
  },
});
