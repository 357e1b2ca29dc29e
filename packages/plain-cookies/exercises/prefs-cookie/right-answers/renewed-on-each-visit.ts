// One JSON cookie for all preferences, renewed on every visit; the path is the page's own.
import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

const options = { maxAge: 1000 * 60 * 60 * 24 * 30, path: '/prefs' } as const;
const read = (req: Request): { place?: string } => {
  const value: unknown = req.cookies.prefs;
  return typeof value === 'object' && value !== null ? value : {};
};
const write = (res: Response, prefs: object): Response => res.cookie('prefs', prefs, options);

export default function createApp() {
  const app = express();
  app.use(cookieParser());
  app.use(express.urlencoded());
  app.use((req, res, next) => {
    res.cookie('last_page', req.path);
    next();
  });
  app.get('/prefs', (req, res) => {
    const prefs = read(req);
    if (prefs.place === undefined) return void res.send('No place yet.');
    write(res, prefs).send(`<b>${prefs.place}</b>`);
  });
  app.post('/prefs', (req, res) => write(res, { ...read(req), place: req.body.place }).redirect('/prefs'));
  app.delete('/prefs', (_req, res) => void res.clearCookie('prefs', options).end());
  return app;
}
