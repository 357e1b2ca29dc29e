// One cookie an article, which holds how many. What makes no sense there is brought back into sense: 0 is none, 1e9 is 99.
import cookieParser from 'cookie-parser';
import express, { type Request } from 'express';

const priceList = new Map(Object.entries({ mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 }));

const app = express();
app.use(cookieParser(), express.urlencoded({ extended: false }));

const cookieOf = (sku: string) => `want_${sku}`;
const wanted = (req: Request, sku: string) => {
  const count = parseInt(req.cookies[cookieOf(sku)], 10);
  return count > 0 ? Math.min(count, 99) : 0;
};
const cents = (req: Request) => [...priceList].reduce((sum, [sku, price]) => sum + wanted(req, sku) * price, 0);
const say = (word: string, amount: number) => `${word}: $${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

app.get('/', (_req, res) => void res.type('text').send([...priceList.keys()].join('\n')));

app.post('/cart', (req, res) => {
  const { sku, quantity, ...more } = req.body as Record<string, string>;
  const surplus = Object.keys(more).length > 0;
  if (!priceList.has(sku!) || !/^([1-9]|[1-9][0-9])$/.test(quantity!) || surplus) return void res.status(422).end();
  res.cookie(cookieOf(sku!), Math.min(wanted(req, sku!) + Number(quantity), 99), { sameSite: 'strict' });
  res.sendStatus(204);
});

app.get('/bill', (req, res) => void res.send(say('Total', cents(req))));

app.post('/pay', (req, res) => {
  const sum = cents(req);
  if (sum === 0) return void res.sendStatus(400);
  for (const sku of priceList.keys()) res.clearCookie(cookieOf(sku));
  res.send(say('Paid', sum));
});

module.exports = app;
