import { question } from '@cookie-lessons/question-bank';

export const auditASmallShop = question({
  id: 'audit-a-small-shop',
  kind: 'multiple',
  title: 'Audit a small shop',
  section: 'understanding-checks/audit-an-app#nine-questions',
  draw: (draw) => ({
    user: draw.name('user'),
    cookie: draw.word('cookie', 5),
    list: draw.word('list', 6),
    key: draw.hex('key', 32),
  }),
  ask: ({ user, cookie, list }) => ({
    prompt: `\`KEY\` is a good key, and \`checkPassword\` checks what it should. Which of these can happen to ${user}, who is logged in?`,
    shown: `app.use(cookieParser(KEY));
app.post('/login', checkPassword, (req, res) => {
  res.cookie('${cookie}', req.body.name, { signed: true, httpOnly: true, secure: true, sameSite: 'lax' });
  res.send('Welcome');
});
app.get('/${list}/clear', (req, res) => {
  ${list}.delete(req.signedCookies.${cookie});
  res.send('Empty');
});
app.post('/logout', (req, res) => {
  res.clearCookie('${cookie}');
  res.send('Bye');
});
app.get('/account', (req, res) => {
  const user = req.signedCookies.${cookie};
  res.send(user ? accountOf(user) : 'Please log in');
});`,
    choices: {
      copied: `A copy of the cookie opens the account after ${user} has logged out.`,
      link: `A link on another site empties the \`${list}\`, if ${user} follows it.`,
      renamed: `Mallory logs in, writes \`${user}\` into her cookie, and sees the account.`,
      unsigned: `Mallory sends \`${cookie}=${user}\`, with no signature, and sees the account.`,
      script: 'A script that gets into a page of the shop reads the cookie.',
    },
  }),
});
