// Customers are numbered, and the number is signed: counting on needs the key.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const worth: Record<string, number> = JSON.parse(process.env.VOUCHERS ?? '{"WELCOME":1000}');

class Account {
  static readonly all: Account[] = [];
  private balance = 0;
  private articles: Record<string, number> = {};
  readonly number = Account.all.push(this) - 1;

  put(sku: string, quantity: number) {
    this.articles[sku] = (this.articles[sku] ?? 0) + quantity;
  }
  add(cents: number) {
    this.balance += cents;
  }
  bill() {
    const cents = Object.keys(this.articles).reduce((sum, sku) => sum + priceCents[sku]! * this.articles[sku]!, 0);
    return { cents, balance: this.balance };
  }
  pay() {
    const { cents, balance } = this.bill();
    if (cents === 0) return null;
    const credit = cents < balance ? cents : balance;
    this.balance -= credit;
    const list = Object.entries(this.articles)
      .map(([sku, quantity]) => `${sku} ${quantity}`)
      .join(', ');
    this.articles = {};
    return { list, credit, card: cents - credit };
  }
}

const app = express();
app.use(cookieParser(randomBytes(24).toString('base64')), express.urlencoded({ extended: false }));
app.use((req, res, next) => {
  const known = typeof req.signedCookies.no === 'string' ? Account.all[Number(req.signedCookies.no)] : undefined;
  const account = known ?? new Account();
  if (!known) res.cookie('no', String(account.number), { signed: true, httpOnly: true, sameSite: 'strict' });
  res.locals.account = account;
  next();
});
const account = (res: express.Response) => res.locals.account as Account;
const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;

app.get('/', (_req, res) => void res.send('Welcome.'));
app.post('/cart', (req, res) => {
  const quantity = parseInt(req.body.quantity, 10);
  const isFine =
    String(quantity) === req.body.quantity && quantity >= 1 && quantity <= 99 && Object.hasOwn(priceCents, req.body.sku);
  if (!isFine) return void res.status(400).send('No.');
  account(res).put(req.body.sku, quantity);
  res.sendStatus(204);
});
app.post('/redeem', (req, res) => {
  const code = String(req.body.voucher);
  if (!Object.hasOwn(worth, code) || worth[code] === 0) return void res.status(400).send('No.');
  account(res).add(worth[code]!);
  worth[code] = 0;
  res.sendStatus(204);
});
app.get('/bill', (_req, res) => {
  const { cents, balance } = account(res).bill();
  res.type('txt').send(`Credit: ${dollars(balance)}\nTotal: ${dollars(cents)}\n`);
});
app.post('/pay', (_req, res) => {
  const paid = account(res).pay();
  if (!paid) return void res.status(402).send('Empty.');
  res.type('txt').send(`Paid: ${dollars(paid.card)}\nCredit used: ${dollars(paid.credit)}\nArticles: ${paid.list}\n`);
});
export default app;
