import { question } from '@cookie-lessons/question-bank';

export const headerOfARequest = question({
  id: 'header-of-a-request',
  kind: 'single',
  title: 'The header of a request',
  section: 'plain-cookies/where-a-cookie-goes#paths',
  draw: (draw) => ({
    first: `${draw.word('first', 3)}=${draw.integer('first value', 10, 39)}`,
    second: `${draw.word('second', 4)}=${draw.integer('second value', 40, 69)}`,
    third: `${draw.word('third', 5)}=${draw.integer('third value', 70, 99)}`,
    folder: draw.word('folder', 5),
    page: draw.word('page', 4),
  }),
  ask: ({ first, second, third, folder, page }) => ({
    prompt:
      'A browser with an empty jar opens the first address, and then the second. Which `Cookie` header does it send with the second, if it keeps to RFC 6265bis?',
    shown: [
      'GET https://shop.example.test/',
      `Set-Cookie: ${first}; Path=/`,
      `Set-Cookie: ${second}; Path=/${folder}`,
      `Set-Cookie: ${third}; Path=/; Secure`,
      '',
      `GET http://shop.example.test/${folder}/${page}`,
    ].join('\n'),
    choices: {
      first: `\`Cookie: ${first}\``,
      'first-second': `\`Cookie: ${first}; ${second}\``,
      'second-first': `\`Cookie: ${second}; ${first}\``,
      'second-first-third': `\`Cookie: ${second}; ${first}; ${third}\``,
    },
  }),
});
