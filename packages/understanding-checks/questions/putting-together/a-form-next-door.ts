import { question } from '@cookie-lessons/question-bank';

export const aFormNextDoor = question({
  id: 'a-form-next-door',
  kind: 'multiple',
  title: 'A form next door',
  section: 'understanding-checks/csrf#what-samesite-leaves-open',
  draw: (draw) => ({
    shop: draw.word('shop', 6),
    path: draw.word('path', 8),
    names: [3, 4, 5, 6, 7].map((length) => draw.word(`name ${length}`, length)),
  }),
  ask: ({ shop, path, names: [strict = '', lax = '', elsewhere = '', ofTheBlog = '', planted = ''] }) => ({
    prompt: `In Chromium, a page of \`https://blog.${shop}.example.test\` makes a visitor's browser post a form to \`https://${shop}.example.test/${path}\`. Which of these cookies go along?`,
    choices: {
      strict: `\`${strict}=1; Path=/; Secure; SameSite=Strict\`, set by \`https://${shop}.example.test/\``,
      lax: `\`${lax}=1; Path=/; Secure; SameSite=Lax\`, set by \`https://${shop}.example.test/\``,
      elsewhere: `\`${elsewhere}=1; Path=/login; Secure; SameSite=None\`, set by \`https://${shop}.example.test/\``,
      'of-the-blog': `\`${ofTheBlog}=1; Path=/; Secure; SameSite=Lax\`, set by \`https://blog.${shop}.example.test/\``,
      planted: `\`${planted}=1; Domain=${shop}.example.test; Path=/; Secure\`, set by \`https://blog.${shop}.example.test/\``,
    },
  }),
});
