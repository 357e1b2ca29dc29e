// Caught by: forgets-everything, several-visitors
// Misconception: another-packages-way
// A session is deleted by setting it to null, as the page on cookie-session says.
import express, { type Request } from 'express';
import session from 'express-session';

interface Visitor {
  name?: string;
  box?: string[];
}

const flavours = ['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'];

const secretKey = process.env.SECRET_KEY;
if (!secretKey) throw new Error('SECRET_KEY is not set.');

const app = express();
app.use(express.urlencoded());
app.use(session({ secret: secretKey, resave: false, saveUninitialized: false, cookie: { sameSite: 'lax' } }));

const visitor = (req: Request): Visitor => req.session as session.Session & Visitor;

app.get('/', (req, res) => {
  const { name = 'stranger', box = [] } = visitor(req);
  res.send(page(name, box));
});

app.post('/name', (req, res) => {
  const name: unknown = req.body?.name;
  if (typeof name !== 'string' || !/^[A-Za-z]{1,20}$/.test(name)) return void res.status(400).send('Letters only, please.');
  visitor(req).name = name;
  res.redirect(303, '/');
});

app.post('/box', (req, res) => {
  const flavour: unknown = req.body?.flavour;
  if (typeof flavour !== 'string' || !flavours.includes(flavour)) return void res.status(400).send('We do not bake that.');
  (visitor(req).box ??= []).push(flavour);
  res.redirect(303, '/');
});

app.post('/forget-name', (req, res) => {
  delete visitor(req).name;
  res.redirect(303, '/');
});

app.post('/forget-all', (req, res) => {
  (req as { session: unknown }).session = null;
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
