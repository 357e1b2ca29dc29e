import { question } from '@cookie-lessons/question-bank';

export const editedSession = question({
  id: 'edited-session',
  kind: 'code',
  title: 'An edited session',
  section: 'sessions/signed-is-not-encrypted#how-a-change-is-noticed',
  draw: (draw) => ({ user: draw.word('user', 5), wished: draw.word('wished', 7) }),
  ask: ({ user, wished }) => ({
    prompt: `A browser has a session cookie of this program that says \`{"user":"${user}"}\`. Its owner writes \`{"user":"${wished}"}\` into the first part, in base64url as before, and leaves the other two as they are. What does the program answer?`,
    shown: `app.use(flaskSession({ secretKey }));

app.get('/', (req, res) => {
  const { user = 'stranger' } = sessionOf<{ user?: string }>(req);
  res.send(\`Hello \${user}\`);
});`,
    choices: {
      stranger: 'Status 200: `Hello stranger`',
      edited: `Status 200: \`Hello ${wished}\``,
      original: `Status 200: \`Hello ${user}\``,
      refused: 'Status 403: `Forbidden`',
    },
  }),
});
