// Caught by: nobody-edits, own-key
// Misconception: one-cookie-is-no-session
// A session looks like this in the browser's tools: a row of letters.
import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

const flavours = [
  ...['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'],
  ...['lemon drop', 'pecan sandy', 'molasses', 'shortbread', 'almond crescent', 'fig bar'],
];
const names = ['flavor_0', 'flavor_1', 'flavor_2', 'flavor_3', 'flavor_4'];

const app = express();
app.use(cookieParser(), express.urlencoded());

app.use((req, res, next) => {
  const old = names.filter((name) => req.cookies[name] !== undefined);
  for (const name of old) res.clearCookie(name);
  const known = old.map((name): unknown => req.cookies[name]).filter(isFlavour);
  if (req.cookies.tasted === undefined && known.length > 0) {
    remember(res, known);
    req.cookies.tasted = Buffer.from(JSON.stringify(known)).toString('base64url');
  }
  next();
});

function remember(res: Response, tasted: readonly string[]): void {
  res.cookie('tasted', Buffer.from(JSON.stringify(tasted)).toString('base64url'), { httpOnly: true, sameSite: 'lax' });
}

function isFlavour(value: unknown): value is string {
  return typeof value === 'string' && flavours.includes(value);
}

function lastFive(req: Request): readonly string[] {
  try {
    return JSON.parse(Buffer.from(req.cookies.tasted, 'base64url').toString()).filter(isFlavour);
  } catch {
    return [];
  }
}

app.get('/', (req, res) => {
  res.send(page(lastFive(req)));
});

app.post('/taste', (req, res) => {
  const flavour: unknown = req.body?.flavour;
  if (!isFlavour(flavour)) return void res.status(400).send('We do not bake that.');
  remember(res, [flavour, ...lastFive(req)].slice(0, 5));
  res.redirect(303, '/');
});

app.post('/forget', (_req, res) => {
  res.clearCookie('tasted');
  res.redirect(303, '/');
});

export default app;

function page(tasted: readonly string[]): string {
  return `<p>Tasted last: ${tasted.join(', ') || 'nothing yet'}</p>
<form method="post" action="/taste"><select name="flavour">${flavours.map((flavour) => `<option>${flavour}</option>`).join('')}</select>
<button>Taste</button></form><form method="post" action="/forget"><button>Forget</button></form>`;
}
