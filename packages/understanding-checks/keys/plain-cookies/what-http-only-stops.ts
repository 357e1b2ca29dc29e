import { keyOf } from '@cookie-lessons/question-bank';

import { whatHttpOnlyStops } from '../../questions/plain-cookies/what-http-only-stops';

export const whatHttpOnlyStopsKey = keyOf(whatHttpOnlyStops, {
  answer: () => 'script',
  explanation:
    '`HttpOnly` hides a cookie from scripts, and does nothing else. `Secure` keeps it off unencrypted connections, `SameSite` out of requests that other sites cause, and no attribute keeps the visitor from editing it.',
  beliefs: {
    owner: 'The tools of the browser are no script in the page. Its owner can see and edit every cookie.',
    wire: 'Over plain HTTP the cookie is read on the way as before. It takes `Secure` to keep it off such connections.',
    link: 'Which requests of other sites carry a cookie is up to `SameSite`. `HttpOnly` has no say in what is sent.',
  },
});
