import { question } from '@cookie-lessons/question-bank';

export const whatHttpOnlyStops = question({
  id: 'what-http-only-stops',
  kind: 'single',
  title: 'What HttpOnly stops',
  section: 'plain-cookies/attributes#httponly',
  ask: () => ({
    prompt: 'A cookie is set with `HttpOnly` and no other attribute. Which of these does that prevent?',
    choices: {
      owner: 'The visitor types another value into the cookie in the developer tools.',
      wire: 'Somebody on an unencrypted wireless network reads the cookie.',
      script: 'A script hidden in a comment on the page reads the cookie.',
      link: 'Somebody follows a link from another site, and the browser sends the cookie along.',
    },
  }),
});
