import { question } from '@cookie-lessons/question-bank';

export const whoDecides = question({
  id: 'who-decides',
  kind: 'single',
  title: 'Who decides',
  section: 'plain-cookies/what-is-a-cookie',
  ask: () => ({
    prompt: 'Who decides what stands in the `Cookie` header of a request?',
    choices: {
      client: 'Whoever sends the request: a browser, by its rules, or any other program, as it likes.',
      server: 'The server that set the cookie.',
      maker: 'The makers of the browser; nobody who uses it can change it.',
      https: 'With HTTPS the server, without it anybody.',
    },
  }),
});
