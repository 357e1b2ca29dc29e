// Caught by: session-first
// Misconception: prefers-the-editable
// Nothing should get lost, so both lists become one.
import cookieParser from 'cookie-parser';
import express, { type Request } from 'express';
import { flaskSession, sessionOf } from 'flask-session-cookie';

const flavours = [
  ...['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'],
  ...['lemon drop', 'pecan sandy', 'molasses', 'shortbread', 'almond crescent', 'fig bar'],
];
const names = ['flavor_0', 'flavor_1', 'flavor_2', 'flavor_3', 'flavor_4'];

const secretKey = process.env.SECRET_KEY;
if (!secretKey) throw new Error('SECRET_KEY is not set.');

const app = express();
app.use(cookieParser(), express.urlencoded(), flaskSession({ secretKey, sessionCookieSameSite: 'Lax' }));

app.use((req, res, next) => {
  const old = names.filter((name) => req.cookies[name] !== undefined);
  for (const name of old) res.clearCookie(name);
  const session = sessionOf<{ tasted?: readonly string[] }>(req);
  const known = old.map((name): unknown => req.cookies[name]).filter(isFlavour);
  if (known.length > 0) session.tasted = [...(session.tasted ?? []), ...known].slice(0, 5);
  next();
});

function isFlavour(value: unknown): value is string {
  return typeof value === 'string' && flavours.includes(value);
}

function lastFive(req: Request): readonly string[] {
  return sessionOf<{ tasted?: readonly string[] }>(req).tasted ?? [];
}

app.get('/', (req, res) => {
  res.send(page(lastFive(req)));
});

app.post('/taste', (req, res) => {
  const flavour: unknown = req.body?.flavour;
  if (!isFlavour(flavour)) return void res.status(400).send('We do not bake that.');
  sessionOf<{ tasted?: readonly string[] }>(req).tasted = [flavour, ...lastFive(req)].slice(0, 5);
  res.redirect(303, '/');
});

app.post('/forget', (req, res) => {
  delete sessionOf<{ tasted?: readonly string[] }>(req).tasted;
  res.redirect(303, '/');
});

export default app;

function page(tasted: readonly string[]): string {
  return `<p>Tasted last: ${tasted.join(', ') || 'nothing yet'}</p>
<form method="post" action="/taste"><select name="flavour">${flavours.map((flavour) => `<option>${flavour}</option>`).join('')}</select>
<button>Taste</button></form><form method="post" action="/forget"><button>Forget</button></form>`;
}
