import { keyOf } from '@cookie-lessons/question-bank';

import { droppedLines } from '../../questions/plain-cookies/dropped-lines';
import { droppedChoices } from '../dropped-choices';

export const droppedLinesKey = keyOf(droppedLines, {
  answer: (values) => droppedChoices(droppedLines, values, 'https://shop.example.test/'),
  explanation:
    'A browser drops a whole line that asks for what it may not have: `SameSite=None` without `Secure`, the domain of somebody else, or a `__Host-` name that breaks its promise. What it does not understand it only leaves out.',
  beliefs: {
    none: '`SameSite=None` needs `Secure` beside it. That the connection is HTTPS does not stand in for it.',
    sibling: '`Domain` may name the own host or one above it. A neighbour under the same domain is somebody else.',
    prefix: '`__Host-` promises `Secure`, `Path=/` and no `Domain` at all, not even the own host.',
    unknown: 'An attribute that a browser does not know is ignored, and the cookie is kept without it.',
    nonsense: 'A value of `SameSite` that no browser knows is ignored: the cookie is kept as if the attribute were missing.',
    above: 'A host may set cookies for the domain above it. They then go to every host below that, too.',
  },
});
