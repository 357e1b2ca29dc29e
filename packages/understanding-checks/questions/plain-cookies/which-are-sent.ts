import { question } from '@cookie-lessons/question-bank';

export const whichAreSent = question({
  id: 'which-are-sent',
  kind: 'single',
  title: 'Which are sent',
  section: 'plain-cookies/where-a-cookie-goes#hosts',
  draw: (draw) => ({
    first: `${draw.word('first', 3)}=${draw.integer('first value', 10, 39)}`,
    second: `${draw.word('second', 4)}=${draw.integer('second value', 40, 69)}`,
    third: `${draw.word('third', 5)}=${draw.integer('third value', 70, 99)}`,
    folder: draw.word('folder', 5),
  }),
  ask: ({ first, second, third, folder }) => ({
    prompt:
      'A browser with an empty jar opens the first address, and then the second. Which `Cookie` header does it send with the second?',
    shown: [
      'GET https://shop.example.test/',
      `Set-Cookie: ${first}; Path=/`,
      `Set-Cookie: ${second}; Path=/${folder}; Domain=example.test`,
      `Set-Cookie: ${third}; Path=/; Domain=example.test`,
      '',
      `GET https://blog.example.test/${folder}s`,
    ].join('\n'),
    choices: {
      third: `\`Cookie: ${third}\``,
      'third-whole': `\`Cookie: ${third}; Path=/; Domain=example.test\``,
      'first-and-third': `\`Cookie: ${first}; ${third}\``,
      'second-and-third': `\`Cookie: ${second}; ${third}\``,
    },
  }),
});
