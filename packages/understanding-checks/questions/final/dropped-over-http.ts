import { question } from '@cookie-lessons/question-bank';

export const droppedOverHttp = question({
  id: 'dropped-over-http',
  kind: 'multiple',
  title: 'Over plain HTTP',
  section: 'plain-cookies/where-a-cookie-goes#kept-or-not',
  draw: (draw) => ({ name: draw.word('name', 5), value: draw.integer('value', 10, 99), other: draw.word('other', 6) }),
  ask: ({ name, value, other }) => ({
    prompt:
      'A page at `http://shop.example.test/`, which is not your own machine, is answered with one of these lines. Which of them does Chromium drop, so that no cookie is kept?',
    choices: {
      secure: `\`Set-Cookie: ${name}=${value}; Path=/; Secure\``,
      prefix: `\`Set-Cookie: __Host-${name}=${value}; Path=/\``,
      below: `\`Set-Cookie: ${name}=${value}; Path=/; Domain=${other}.shop.example.test\``,
      folder: `\`Set-Cookie: ${name}=${value}; Path=/${other}\``,
      nonsense: `\`Set-Cookie: ${name}=${value}; Path=/; Max-Age=${other}\``,
      'http-only': `\`Set-Cookie: ${name}=${value}; Path=/; HttpOnly\``,
    },
  }),
});
