import { question } from '@cookie-lessons/question-bank';

export const aCarelessOrigin = question({
  id: 'a-careless-origin',
  kind: 'code',
  title: 'A careless comparison',
  section: 'understanding-checks/csrf#origin',
  draw: (draw) => ({ host: `${draw.word('host', 6)}.test`, stranger: draw.word('stranger', 4), path: draw.word('path', 5) }),
  ask: ({ host, stranger, path }) => ({
    prompt: `The shop is \`https://${host}\`. A form from which of these origins gets through all the same?`,
    shown: `app.post('/${path}', (req, res) => {
  const origin = req.get('Origin') ?? '';
  if (!origin.endsWith('${host}')) return res.status(403).send('No.');
  res.send('Done.');
});`,
    choices: {
      before: `\`https://${stranger}${host}\``,
      after: `\`https://${host}.${stranger}.test\``,
      port: `\`https://${host}:8443\``,
      null: '`null`',
    },
  }),
});
