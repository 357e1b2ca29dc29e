import { question } from '@cookie-lessons/question-bank';

export const oneKeyForTwoUses = question({
  id: 'one-key-for-two-uses',
  kind: 'code',
  title: 'One key for two uses',
  section: 'secret-keys/one-key-per-purpose#one-use-accepted-as-another',
  draw: (draw) => ({ cookie: draw.word('cookie', 5), user: draw.word('user', 6), key: draw.hex('key', 32) }),
  ask: ({ cookie, user }) => ({
    prompt: `\`KEY\` is a good key, and nobody else knows it. Mallory has seen the session id of \`${user}\` in a log. How does she become \`${user}\`?`,
    shown: `app.use(session({ secret: KEY, resave: false, saveUninitialized: false }));
app.use(cookieParser(KEY));
app.get('/${cookie}/:text', (req, res) => {
  res.cookie('${cookie}', req.params.text, { signed: true });
  res.send('Noted.');
});`,
    choices: {
      move: `She asks for \`/${cookie}/\` with the id, and sends the cookie's value as \`connect.sid\`.`,
      raw: 'She sends the id as `connect.sid`, just as it stands in the log.',
      own: 'She signs the id with a key of her own, and sends that as `connect.sid`.',
      never: 'Not without the key: a session id is signed, and she can sign nothing.',
    },
  }),
});
