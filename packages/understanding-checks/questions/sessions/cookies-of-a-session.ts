import { question } from '@cookie-lessons/question-bank';

export const cookiesOfASession = question({
  id: 'cookies-of-a-session',
  kind: 'code',
  title: 'How many cookies',
  section: 'sessions/set-up-sessions#what-each-keeps-where',
  draw: (draw) => ({
    names: [3, 4, 5, 6, 7].slice(0, draw.integer('count', 3, 5)).map((length) => draw.word(`name of ${length}`, length)),
    value: draw.word('value', 5),
  }),
  ask: ({ names, value }) => ({
    prompt: 'A browser visits this page for the first time. Which cookies does it hold afterwards?',
    shown: `app.use(flaskSession({ secretKey }));

app.get('/', (req, res) => {
  const session = sessionOf<Record<string, string>>(req);
${names.map((name, index) => `  session.${name} = '${value}${index + 1}';`).join('\n')}
  res.send('Noted.');
});`,
    choices: {
      one: 'One: `session`.',
      two: 'Two: `session` and `session.sig`.',
      each: `${['Three', 'Four', 'Five'][names.length - 3]}: one for each of the names.`,
      id: 'One: `connect.sid`, which holds an id.',
    },
  }),
});
