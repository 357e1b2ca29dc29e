import { keyOf } from '@cookie-lessons/question-bank';

import { droppedOverHttp } from '../../questions/final/dropped-over-http';
import { droppedChoices } from '../dropped-choices';

export const droppedOverHttpKey = keyOf(droppedOverHttp, {
  answer: (values) => droppedChoices(droppedOverHttp, values, 'http://shop.example.test/'),
  explanation:
    'Over plain HTTP a browser takes no `Secure` cookie, and a `__Host-` name needs `Secure`, so it can not be set there at all. `Domain` may name the own host or one above it, but none below. The other three lines ask for nothing that is forbidden.',
  beliefs: {
    secure: '`Secure` is not only about sending: over plain HTTP such a cookie is not even kept, except from your own machine.',
    prefix: 'A `__Host-` name promises `Secure`. A line without it breaks the promise and is dropped whole.',
    below: '`Domain` may name the own host or one above it. A host below is somebody else.',
    folder: 'A page may set a cookie for another folder of its host. It is kept, and sent there.',
    nonsense: 'A `Max-Age` that is no number is ignored. The cookie is kept until the browser is closed.',
    'http-only': '`HttpOnly` keeps scripts away and has nothing to do with HTTPS. The cookie is kept.',
  },
});
