// A tasting page. The five flavours that a visitor tasted last are in five plain cookies: flavor_0 is the newest, flavor_4 the
// oldest. A visitor can write into every one of them, and the page believes it.
// One row instead of five: packages/sessions/lesson-text/what-is-a-session.md

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

const flavours = [
  ...['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'],
  ...['lemon drop', 'pecan sandy', 'molasses', 'shortbread', 'almond crescent', 'fig bar'],
];
const names = ['flavor_0', 'flavor_1', 'flavor_2', 'flavor_3', 'flavor_4'];

const app = express();
// TODO: give every request a session, signed with process.env.SECRET_KEY. You still need the cookies: of those who come back.
app.use(cookieParser(), express.urlencoded());

function lastFive(req: Request): readonly string[] {
  // TODO: read them from the session. Who has none yet, and has old cookies, brings along what is in those; all of it?
  return names.map((name) => req.cookies[name]).filter((flavour) => flavour !== undefined);
}

function remember(res: Response, tasted: readonly string[]): void {
  // TODO: write them into the session, and let no old cookie stay behind.
  const aYearMs = 365 * 24 * 60 * 60 * 1000;
  tasted.forEach((flavour, at) => res.cookie(`flavor_${at}`, flavour, { maxAge: aYearMs }));
}

app.get('/', (req, res) => {
  res.send(page(lastFive(req)));
});

app.post('/taste', (req, res) => {
  const flavour: unknown = req.body?.flavour;
  if (typeof flavour !== 'string' || !flavours.includes(flavour)) return void res.status(400).send('We do not bake that.');
  remember(res, [flavour, ...lastFive(req)].slice(0, 5));
  res.redirect(303, '/');
});

app.post('/forget', (_req, res) => {
  // TODO: forget the session's, too.
  for (const name of names) res.clearCookie(name);
  res.redirect(303, '/');
});

export default app;

function page(tasted: readonly string[]): string {
  return `<p>Tasted last: ${tasted.join(', ') || 'nothing yet'}</p>
<form method="post" action="/taste"><select name="flavour">${flavours.map((flavour) => `<option>${flavour}</option>`).join('')}</select>
<button>Taste</button></form><form method="post" action="/forget"><button>Forget</button></form>`;
}
