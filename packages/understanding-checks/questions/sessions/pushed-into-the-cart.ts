import { question } from '@cookie-lessons/question-bank';

export const pushedIntoTheCart = question({
  id: 'pushed-into-the-cart',
  kind: 'code',
  title: 'Pushed into the cart',
  section: 'sessions/came-from-flask#nested-changes',
  draw: (draw) => ({ first: draw.word('first', 5), second: draw.word('second', 7) }),
  ask: ({ first, second }) => ({
    prompt:
      'A browser posts to `/start`, then to `/add`, and then asks for `/cart`. What do the last two answer? (It is the same in Flask, with `append`.)',
    shown: `app.use(flaskSession({ secretKey }));

app.post('/start', (req, res) => {
  sessionOf<{ cart?: string[] }>(req).cart = ['${first}'];
  res.send('Noted.');
});
app.post('/add', (req, res) => {
  const { cart = [] } = sessionOf<{ cart?: string[] }>(req);
  cart.push('${second}');
  res.json(cart);
});
app.get('/cart', (req, res) => {
  res.json(sessionOf<{ cart?: string[] }>(req).cart ?? []);
});`,
    choices: {
      'back-to-one': `\`["${first}","${second}"]\`, then \`["${first}"]\``,
      both: `\`["${first}","${second}"]\`, then \`["${first}","${second}"]\``,
      'one-each': `\`["${first}"]\`, then \`["${first}"]\``,
      emptied: `\`["${first}","${second}"]\`, then \`[]\``,
    },
  }),
});
