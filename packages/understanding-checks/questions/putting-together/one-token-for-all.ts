import { question } from '@cookie-lessons/question-bank';

export const oneTokenForAll = question({
  id: 'one-token-for-all',
  kind: 'code',
  title: 'One token for all',
  section: 'understanding-checks/csrf#tokens',
  draw: (draw) => ({ user: draw.name('user'), path: draw.word('path', 5), text: draw.word('text', 7), key: draw.hex('key', 32) }),
  ask: ({ user, path, text }) => ({
    prompt: `${user} is logged in, and so is Mallory, in her own browser. \`FORM_KEY\` is a good key. Mallory's page makes ${user}'s browser post a form, and the login cookie goes along. Which token must stand in it to get past the check?`,
    shown: `const token = createHmac('sha256', FORM_KEY).update('${text}').digest('hex');

app.get('/${path}', (req, res) => {
  res.send(\`<form method="post"><input type="hidden" name="token" value="\${token}">…</form>\`);
});
app.post('/${path}', (req, res) => {
  if (req.body.token !== token) return res.status(403).send('No.');
  res.send(\`Done for \${userOf(req)}\`);
});`,
    choices: {
      own: 'The one that Mallory was given by the shop, in a form of her own.',
      read: `Only one that her page has read out of ${user}'s form.`,
      computed: `One that she computes from the word \`${text}\`, which is all she needs.`,
      impossible: 'None that she could have: without the key, no token can be had.',
    },
  }),
});
