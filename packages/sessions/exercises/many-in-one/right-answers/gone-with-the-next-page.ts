// What is brought along goes into the session with whatever is written first; the old cookies go with the next page.
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

function isFlavour(value: unknown): value is string {
  return typeof value === 'string' && flavours.includes(value);
}

function lastFive(req: Request): readonly string[] {
  const { tasted } = sessionOf<{ tasted?: string }>(req);
  return tasted === undefined ? names.map((name) => req.cookies[name]).filter(isFlavour) : tasted.split(', ').filter(isFlavour);
}

app.get('/', (req, res) => {
  const tasted = lastFive(req);
  if (names.some((name) => req.cookies[name] !== undefined)) {
    sessionOf<{ tasted?: string }>(req).tasted = tasted.join(', ');
    for (const name of names) res.cookie(name, '', { maxAge: 0 });
  }
  res.send(page(tasted));
});

app.post('/taste', (req, res) => {
  const flavour: unknown = req.body?.flavour;
  if (!isFlavour(flavour)) return void res.status(400).send('We do not bake that.');
  sessionOf<{ tasted?: string }>(req).tasted = [flavour, ...lastFive(req)].slice(0, 5).join(', ');
  res.redirect(303, '/');
});

app.post('/forget', (req, res) => {
  sessionOf<{ tasted?: string }>(req).tasted = '';
  res.redirect(303, '/');
});

export default app;

function page(tasted: readonly string[]): string {
  return `<p>Tasted last: ${tasted.join(', ') || 'nothing yet'}</p>
<form method="post" action="/taste"><select name="flavour">${flavours.map((flavour) => `<option>${flavour}</option>`).join('')}</select>
<button>Taste</button></form><form method="post" action="/forget"><button>Forget</button></form>`;
}
