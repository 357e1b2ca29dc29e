import { question } from '@cookie-lessons/question-bank';

export const whatReachesTheServer = question({
  id: 'what-reaches-the-server',
  kind: 'multiple',
  title: 'What reaches the server',
  section: 'plain-cookies/the-browsers-tools',
  ask: () => ({
    prompt:
      'A shop keeps a total in a cookie marked `HttpOnly`. Which of these change the cookies that reach its server with the next request?',
    choices: {
      value: "Typing another value into the cookie's row in the developer tools.",
      row: "Deleting the cookie's row in the developer tools.",
      curl: "Sending the request with `curl --cookie 'total=1.50'`.",
      page: 'Changing the total that the page shows, in the *Elements* panel.',
      header: 'Sending the request with a header `Set-Cookie: total=1.50` added to it.',
    },
  }),
});
