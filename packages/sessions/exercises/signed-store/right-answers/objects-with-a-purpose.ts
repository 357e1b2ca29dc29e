// One signed object says what is known: cookie-parser turns it back, and a visitor's text never stands at its beginning.
import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';
import { z } from 'zod';

const { STORE_KEY } = z.object({ STORE_KEY: z.string().min(1) }).parse(process.env);

const passwords = new Map([
  ['ada', 'analytical'],
  ['bela', 'bluebeard'],
  ['carla', 'carousel'],
  ['dario', 'dolomites'],
]);

const visitor = z.strictObject({ customer: z.string().optional(), greeting: z.string().optional() });
type Visitor = z.infer<typeof visitor>;

const known = (req: Request): Visitor => visitor.safeParse(req.signedCookies.visitor).data ?? {};
const note = (req: Request, res: Response, news: Visitor) =>
  res.cookie('visitor', { ...known(req), ...news }, { signed: true, httpOnly: true, sameSite: 'lax' });

const books = new Map<string, string[]>();
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const app = express().use(cookieParser(STORE_KEY), express.urlencoded());
app.get('/', (req, res) => {
  const { customer = 'nobody', greeting = 'none' } = known(req);
  res.send(`<ul><li>Customer: ${customer}</li><li>Greeting: ${escaped(greeting)}</li></ul>`);
});
app.post('/login', (req, res) => {
  const { name, password } = z.object({ name: z.string(), password: z.string() }).parse(req.body);
  if (passwords.get(name) !== password) return void res.status(401).send('Wrong name or password.');
  note(req, res, { customer: name }).redirect('/');
});
app.post('/greeting', (req, res) => void note(req, res, { greeting: String(req.body.text) }).redirect('/'));
app.use('/orders', (req, res, next) => {
  res.locals.customer = known(req).customer;
  if (res.locals.customer === undefined) res.status(403).send('Log in first.');
  else next();
});
app.get('/orders', (_req, res) => void res.json(books.get(res.locals.customer) ?? []));
app.post('/orders', (req, res) => {
  const book = books.get(res.locals.customer) ?? [];
  books.set(res.locals.customer, book.concat(String(req.body.article)));
  res.redirect(303, '/orders');
});
export default app;
