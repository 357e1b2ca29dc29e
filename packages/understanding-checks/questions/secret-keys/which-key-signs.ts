import { question } from '@cookie-lessons/question-bank';

export const whichKeySigns = question({
  id: 'which-key-signs',
  kind: 'code',
  title: 'Which key signs',
  section: 'secret-keys/rotation#who-signs-and-who-verifies',
  draw: (draw) => ({
    first: draw.hex('first', 3),
    // Another length, so never the same; the dots stand for the rest of a key.
    second: draw.hex('second', 4),
    visitor: draw.word('visitor', 5),
    cookie: draw.word('cookie', 6),
  }),
  ask: ({ first, second, visitor, cookie }) => ({
    prompt: `A visitor comes with the cookie \`${cookie}=${visitor}\`, signed with the key \`${second}…\`. What happens?`,
    shown: `app.use(cookieParser(['${first}…', '${second}…']));
app.get('/', (req, res) => {
  const name = req.signedCookies.${cookie};
  if (name) res.cookie('${cookie}', name, { signed: true });
  res.send(name ? \`Hello \${name}\` : 'Hello stranger');
});`,
    choices: {
      first: `\`Hello ${visitor}\`, and a cookie signed with \`${first}…\``,
      second: `\`Hello ${visitor}\`, and a cookie signed with \`${second}…\``,
      both: `\`Hello ${visitor}\`, and a cookie with a signature of each key`,
      refused: '`Hello stranger`, and no cookie',
    },
  }),
});
