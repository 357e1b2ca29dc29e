// Five entries in the session, with the names that the cookies had. One strange value, and an old visitor begins anew.
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
  const old = names.filter((name) => name in req.cookies);
  for (const name of old) res.clearCookie(name);
  const isNew = names.every((name) => visitor(req)[name] === undefined);
  const values = old.map((name): unknown => req.cookies[name]);
  if (isNew && values.every(isFlavour)) write(req, values);
  next();
});

function visitor(req: Request): Record<string, string | undefined> {
  return sessionOf<Record<string, string | undefined>>(req);
}

function write(req: Request, tasted: readonly string[]): void {
  for (const [at, name] of names.entries()) {
    if (tasted[at] === undefined) delete visitor(req)[name];
    else visitor(req)[name] = tasted[at];
  }
}

function isFlavour(value: unknown): value is string {
  return typeof value === 'string' && flavours.includes(value);
}

function lastFive(req: Request): readonly string[] {
  return names.map((name) => visitor(req)[name]).filter(isFlavour);
}

app.get('/', (req, res) => {
  res.send(page(lastFive(req)));
});

app.post('/taste', (req, res) => {
  const flavour: unknown = req.body?.flavour;
  if (!isFlavour(flavour)) return void res.status(400).send('We do not bake that.');
  write(req, [flavour, ...lastFive(req)]);
  res.redirect(303, '/');
});

app.post('/forget', (req, res) => {
  write(req, []);
  res.redirect(303, '/');
});

export default app;

function page(tasted: readonly string[]): string {
  return `<p>Tasted last: ${tasted.join(', ') || 'nothing yet'}</p>
<form method="post" action="/taste"><select name="flavour">${flavours.map((flavour) => `<option>${flavour}</option>`).join('')}</select>
<button>Taste</button></form><form method="post" action="/forget"><button>Forget</button></form>`;
}
