import { question } from '@cookie-lessons/question-bank';

export const theVariableIsMissing = question({
  id: 'the-variable-is-missing',
  kind: 'code',
  title: 'The variable is missing',
  section: 'secret-keys/load-a-key#refuse-to-start',
  draw: (draw) => ({ variable: `${draw.word('variable', 5).toUpperCase()}_KEY`, word: draw.word('word', 7) }),
  ask: ({ variable, word }) => ({
    prompt: `The program is public. On one server somebody forgot to set \`${variable}\`. What happens there?`,
    shown: `const app = express();
app.use(cookieParser(process.env.${variable} || '${word}'));
app.get('/', (req, res) => {
  res.send(req.signedCookies.user ? \`Hello \${req.signedCookies.user}\` : 'Hello stranger');
});
app.listen(3000);`,
    choices: {
      forged: 'It runs, and greets anyone under any name that they have signed themselves.',
      strangers: 'It runs, and greets everybody as a stranger: no signature fits.',
      refuses: 'It does not start: cookie-parser refuses a key as short as this.',
      random: 'It runs with a key that cookie-parser draws, until it is started again.',
    },
  }),
});
