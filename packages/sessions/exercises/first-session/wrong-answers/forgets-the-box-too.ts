// Caught by: forgets-the-name, several-visitors
// Misconception: forgot-more
// Forgetting is what clear does.
import express from 'express';
import { flaskSession, sessionOf, sessionState } from 'flask-session-cookie';

interface Visitor {
  name?: string;
  box?: string[];
}

const flavours = ['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'];

const secretKey = process.env.SECRET_KEY;
if (!secretKey) throw new Error('SECRET_KEY is not set.');

const app = express();
app.use(express.urlencoded());
app.use(flaskSession({ secretKey, sessionCookieSameSite: 'Lax' }));

app.get('/', (req, res) => {
  const { name = 'stranger', box = [] } = sessionOf<Visitor>(req);
  res.send(page(name, box));
});

app.post('/name', (req, res) => {
  const name: unknown = req.body?.name;
  if (typeof name !== 'string' || !/^[A-Za-z]{1,20}$/.test(name)) return void res.status(400).send('Letters only, please.');
  sessionOf<Visitor>(req).name = name;
  res.redirect(303, '/');
});

app.post('/box', (req, res) => {
  const flavour: unknown = req.body?.flavour;
  if (typeof flavour !== 'string' || !flavours.includes(flavour)) return void res.status(400).send('We do not bake that.');
  const session = sessionOf<Visitor>(req);
  session.box = [...(session.box ?? []), flavour];
  res.redirect(303, '/');
});

app.post('/forget-name', (req, res) => {
  sessionState(req).clear();
  res.redirect(303, '/');
});

app.post('/forget-all', (req, res) => {
  sessionState(req).clear();
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
