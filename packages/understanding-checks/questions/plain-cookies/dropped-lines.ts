import { question } from '@cookie-lessons/question-bank';

export const droppedLines = question({
  id: 'dropped-lines',
  kind: 'multiple',
  title: 'Lines that are dropped',
  section: 'plain-cookies/where-a-cookie-goes#kept-or-not',
  draw: (draw) => ({ name: draw.word('name', 5), value: draw.integer('value', 10, 99), other: draw.word('other', 6) }),
  ask: ({ name, value, other }) => ({
    prompt:
      'A page at `https://shop.example.test/` is answered with one of these lines. Which of them does Chromium drop, so that no cookie is kept?',
    choices: {
      none: `\`Set-Cookie: ${name}=${value}; Path=/; SameSite=None\``,
      sibling: `\`Set-Cookie: ${name}=${value}; Path=/; Domain=${other}.example.test\``,
      prefix: `\`Set-Cookie: __Host-${name}=${value}; Path=/; Secure; Domain=shop.example.test\``,
      unknown: `\`Set-Cookie: ${name}=${value}; Path=/; Colour=${other}\``,
      nonsense: `\`Set-Cookie: ${name}=${value}; Path=/; SameSite=${other}\``,
      above: `\`Set-Cookie: ${name}=${value}; Path=/; Domain=example.test\``,
    },
  }),
});
