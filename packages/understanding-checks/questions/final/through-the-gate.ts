import { question } from '@cookie-lessons/question-bank';

export const throughTheGate = question({
  id: 'through-the-gate',
  kind: 'multiple',
  title: 'Through the gate',
  section: 'understanding-checks/csrf#sec-fetch-site',
  draw: (draw) => ({ shop: draw.word('shop', 6), stranger: draw.word('stranger', 5), path: draw.word('path', 7) }),
  ask: ({ shop, stranger, path }) => ({
    prompt: 'Which of these requests get past this gate?',
    shown: `app.use((req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next();
  const site = req.get('Sec-Fetch-Site');
  if (site === 'same-origin' || site === 'none') return next();
  if (site === undefined && req.get('Origin') === 'https://${shop}.test') return next();
  res.status(403).send('No.');
});
app.all('/${path}', change);`,
    choices: {
      'old-browser': `\`POST /${path}\` with \`Origin: https://${shop}.test\` and no \`Sec-Fetch-Site\``,
      'own-null': `\`POST /${path}\` with \`Origin: null\` and \`Sec-Fetch-Site: same-origin\``,
      link: `\`GET /${path}\` with \`Sec-Fetch-Site: cross-site\` and no \`Origin\``,
      neighbour: `\`POST /${path}\` with \`Origin: https://blog.${shop}.test\` and \`Sec-Fetch-Site: same-site\``,
      framed: `\`POST /${path}\` with \`Origin: null\` and \`Sec-Fetch-Site: cross-site\``,
      stranger: `\`POST /${path}\` with \`Origin: https://${shop}.test.${stranger}.test\` and no \`Sec-Fetch-Site\``,
    },
  }),
});
