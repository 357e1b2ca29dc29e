import { keyOf } from '@cookie-lessons/question-bank';

import { whatReachesTheServer } from '../../questions/plain-cookies/what-reaches-the-server';

export const whatReachesTheServerKey = keyOf(whatReachesTheServer, {
  answer: () => ['value', 'row', 'curl'],
  explanation:
    'The server gets what stands in the `Cookie` header. A browser writes it from the rows of its jar, and any other program as it likes. The page on the screen is a copy that nobody sends back.',
  beliefs: {
    value: '`HttpOnly` keeps scripts in the page away. The person in front of the browser can edit the row all the same.',
    row: 'A cookie that is deleted is not sent any more, and its owner may delete one marked `HttpOnly` too.',
    curl: 'The header is a line of text, and a program that is no browser can send any line.',
    page: 'This changes your own copy of the page. The server is never told of it.',
    header: '`Set-Cookie` goes from the server to the browser. In a request it has no effect: what counts there is `Cookie`.',
  },
});
