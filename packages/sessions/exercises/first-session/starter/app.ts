// The bakery's page. It greets everybody as a stranger with an empty box: HTTP has no memory, and neither has this program.
// Three ways to set up a session, and how to read, write and delete: packages/sessions/lesson-text/set-up-sessions.md

import express from 'express';

const flavours = ['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'];

const app = express();
app.use(express.urlencoded());
// TODO: give every request a session, signed with process.env.SECRET_KEY.

app.get('/', (_req, res) => {
  // TODO: read both from the session.
  const name = 'stranger';
  const box: readonly string[] = [];
  res.send(page(name, box));
});

app.post('/name', (req, res) => {
  const name: unknown = req.body?.name;
  if (typeof name !== 'string' || !/^[A-Za-z]{1,20}$/.test(name)) return void res.status(400).send('Letters only, please.');
  // TODO: write the name into the session.
  res.redirect(303, '/');
});

app.post('/box', (req, res) => {
  const flavour: unknown = req.body?.flavour;
  if (typeof flavour !== 'string' || !flavours.includes(flavour)) return void res.status(400).send('We do not bake that.');
  // TODO: put one more into the list in the session.
  res.redirect(303, '/');
});

app.post('/forget-name', (_req, res) => {
  // TODO: delete the name, and nothing else.
  res.redirect(303, '/');
});

app.post('/forget-all', (_req, res) => {
  // TODO: delete everything.
  res.redirect(303, '/');
});

export default app;

function page(name: string, box: readonly string[]): string {
  return `<h1>Hello, ${name}!</h1>
<p>Your box: ${box.join(', ') || 'empty'}</p>
<form method="post" action="/name"><input name="name"><button>That is my name</button></form>
<form method="post" action="/box"><select name="flavour">${flavours.map((flavour) => `<option>${flavour}</option>`).join('')}</select>
<button>Into the box</button></form>
<form method="post"><button formaction="/forget-name">Forget my name</button>
<button formaction="/forget-all">Forget everything</button></form>`;
}
