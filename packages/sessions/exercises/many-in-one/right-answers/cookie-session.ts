// In two cookies, value and signature.
import cookieParser from 'cookie-parser';
import cookieSession from 'cookie-session';
import express, { type Request } from 'express';

const flavours = [
  ...['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'],
  ...['lemon drop', 'pecan sandy', 'molasses', 'shortbread', 'almond crescent', 'fig bar'],
];
const names = ['flavor_0', 'flavor_1', 'flavor_2', 'flavor_3', 'flavor_4'];

const secretKey = process.env.SECRET_KEY;
if (!secretKey) throw new Error('SECRET_KEY is not set.');

const app = express();
app.use(cookieParser(), express.urlencoded(), cookieSession({ keys: [secretKey], sameSite: 'lax' }));

app.use((req, res, next) => {
  const old = names.filter((name) => req.cookies[name] !== undefined);
  for (const name of old) res.clearCookie(name);
  const session = visitor(req);
  const known = old.map((name): unknown => req.cookies[name]).filter(isFlavour);
  if (session.tasted === undefined && known.length > 0) session.tasted = known;
  next();
});

function visitor(req: Request): { tasted?: string[] } {
  return req.session as { tasted?: string[] };
}

function isFlavour(value: unknown): value is string {
  return typeof value === 'string' && flavours.includes(value);
}

function lastFive(req: Request): readonly string[] {
  return visitor(req).tasted ?? [];
}

app.get('/', (req, res) => {
  res.send(page(lastFive(req)));
});

app.post('/taste', (req, res) => {
  const flavour: unknown = req.body?.flavour;
  if (!isFlavour(flavour)) return void res.status(400).send('We do not bake that.');
  visitor(req).tasted = [flavour, ...lastFive(req)].slice(0, 5);
  res.redirect(303, '/');
});

app.post('/forget', (req, res) => {
  delete visitor(req).tasted;
  res.redirect(303, '/');
});

export default app;

function page(tasted: readonly string[]): string {
  return `<p>Tasted last: ${tasted.join(', ') || 'nothing yet'}</p>
<form method="post" action="/taste"><select name="flavour">${flavours.map((flavour) => `<option>${flavour}</option>`).join('')}</select>
<button>Taste</button></form><form method="post" action="/forget"><button>Forget</button></form>`;
}
