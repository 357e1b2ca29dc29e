import { question } from '@cookie-lessons/question-bank';

export const whoComesIn = question({
  id: 'who-comes-in',
  kind: 'multiple',
  title: 'Who comes in',
  section: 'sessions/signed-cookies-in-express#false-is-not-undefined',
  draw: (draw) => ({
    name: draw.word('name', 4),
    value: draw.word('value', 6),
    invented: draw.hex('invented', 8),
    secretKey: draw.hex('key', 32),
  }),
  ask: ({ name, value, invented }) => ({
    prompt: `At login this program sets \`${name}\` with \`{ signed: true }\`. To which of these visitors does it answer \`Come in\`?`,
    shown: `app.use(cookieParser(key));

app.get('/', (req, res) => {
  if (req.signedCookies.${name} !== undefined) res.send('Come in');
  else res.status(401).send('Log in first');
});`,
    choices: {
      without: 'One who sends no cookie at all.',
      own: `One who sends the \`${name}\` that was set at login.`,
      invented: `One who sends \`${name}=s%3A${value}.${invented}\`, with an invented signature.`,
      unsigned: `One who sends \`${name}=${value}\`, without a signature.`,
    },
  }),
});
