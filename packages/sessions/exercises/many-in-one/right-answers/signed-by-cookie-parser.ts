// One signed cookie is a session, too: cookie-parser signs it, with a key that signs nothing else. Old visitors are sent once around.
import cookieParser from 'cookie-parser';
import express, { type NextFunction, type Request, type Response } from 'express';

const flavours = [
  ...['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'],
  ...['lemon drop', 'pecan sandy', 'molasses', 'shortbread', 'almond crescent', 'fig bar'],
];

const key = process.env.SECRET_KEY;
if (!key || key.length < 64) {
  console.error('SECRET_KEY is missing or too short.');
  process.exit(1);
}

export function createApp(): express.Express {
  const app = express();
  app.use(cookieParser(key), express.urlencoded(), receive);
  app
    .route('/')
    .get((req, res) => void res.json({ page: `Tasted last: ${lastFive(req).join(', ') || 'nothing yet'}`, flavours }));
  app.post('/taste', (req, res) => {
    const number = flavours.indexOf(req.body?.flavour);
    if (number === -1) return void res.sendStatus(404);
    write(res, [flavours[number] ?? '', ...lastFive(req)]);
    res.sendStatus(204);
  });
  app.post('/forget', (_req, res) => void res.clearCookie('tasted', options).sendStatus(204));
  return app;
}

const options = { httpOnly: true, sameSite: 'strict', path: '/', maxAge: 365 * 24 * 3600 * 1000 } as const;

/** As numbers, e.g. 3-0-11: shorter than names. */
function write(res: Response, tasted: readonly string[]): void {
  const numbers = tasted.slice(0, 5).map((flavour) => flavours.indexOf(flavour));
  res.cookie('tasted', numbers.join('-'), { ...options, signed: true });
}

function lastFive(req: Request): readonly string[] {
  const text: unknown = req.signedCookies.tasted || '';
  return String(text)
    .split('-')
    .flatMap((number) => (number === '' ? [] : [flavours[Number(number)] ?? '']));
}

function receive(req: Request, res: Response, next: NextFunction): void {
  const old = Object.keys(req.cookies)
    .filter((name) => name.startsWith('flavor_'))
    .sort();
  if (old.length === 0) return next();
  for (const name of old) res.clearCookie(name);
  const known = old.map((name) => String(req.cookies[name])).filter((flavour) => flavours.includes(flavour));
  if (!req.signedCookies.tasted && known.length > 0) write(res, known);
  res.redirect(307, req.originalUrl);
}
