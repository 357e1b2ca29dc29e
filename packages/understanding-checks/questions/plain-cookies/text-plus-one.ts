import { question } from '@cookie-lessons/question-bank';

export const textPlusOne = question({
  id: 'text-plus-one',
  kind: 'code',
  title: 'One more visit',
  section: 'plain-cookies/express-in-ten-minutes#numbers-from-text',
  draw: (draw) => ({ name: draw.word('name', 5), count: draw.integer('count', 2, 8) }),
  ask: ({ name, count }) => ({
    prompt: `A request brings \`Cookie: ${name}=${count}\`. What does this program answer?`,
    shown: [
      'app.use(cookieParser());',
      "app.get('/', (req, res) => {",
      `  res.send(\`Visit \${req.cookies.${name} + 1}\`);`,
      '});',
    ].join('\n'),
    choices: {
      sum: `\`Visit ${count + 1}\``,
      glued: `\`Visit ${count}1\``,
      nan: '`Visit NaN`',
      error: 'An error page, with the status 500.',
    },
  }),
});
