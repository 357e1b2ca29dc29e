// No package for cookies: an id that changes with every form, a token in each of them, and all the rest on the server.
import { randomBytes, createHmac } from 'node:crypto';
import { createServer } from 'node:http';

import express, { type Request, type Response } from 'express';

class Visitor {
  id = '';
  cart = new Map<string, number>();
  wishes: string[] = [];
  delivery: [string, number] = ['pickup', 0];
  percent = 0;
  customer: Account | null = null;
}
class Account {
  constructor(readonly name: string, readonly password: string, public address: string) {} // prettier-ignore
}

const prices = new Map([['mixer', 9999], ['rolling-pin', 1550], ['cutter', 499], ['apron', 2425], ['tin', 1275]]); // prettier-ignore
const deliveries: [string, number][] = [['pickup', 0], ['post', 490], ['courier', 1290]]; // prettier-ignore
const accounts = [
  new Account('Ada', 'blue kettle', '1 Mill Lane'),
  new Account('Bela', 'seven spoons', '2 Mill Lane'),
  new Account('Chen', 'rye and salt', '3 Mill Lane'),
];
const key = process.env.COOKIE_KEY || process.exit(1);
let visitors: Visitor[] = [];

const find = (req: Request) => {
  const id = /(?:^|; ?)__Host-v=([0-9a-f]{40})(?:;|$)/.exec(req.headers.cookie ?? '')?.[1];
  return visitors.find((visitor) => visitor.id === id);
};
const renew = (res: Response, visitor: Visitor) => {
  visitor.id = randomBytes(20).toString('hex');
  res.set('set-cookie', `__Host-v=${visitor.id}; Path=/; Secure; HttpOnly; SameSite=Lax`);
};
const token = ({ id }: Visitor) => createHmac('sha512', key).update(`form:${id}`).digest('hex').slice(0, 40);
const total = ({ cart, percent, delivery }: Visitor) => {
  let cents = 0;
  cart.forEach((count, sku) => (cents += (prices.get(sku) ?? 0) * count));
  return `$${((cents * (1 - percent / 100) + delivery[1]) / 100).toFixed(2)}`;
};

const app = express();
app.use(express.urlencoded());
app.get('/', (req, res) => {
  const visitor = find(req) ?? new Visitor();
  if (visitor.id === '') visitors.push(visitor);
  renew(res, visitor);
  const { cart, delivery, percent, wishes, customer } = visitor;
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  res.send(`<ul><li>Cart: <b>${[...cart].map(([sku, count]) => `${count} ${sku}`).join(', ') || 'empty'}</b>
    <li>Delivery: $${delivery[1] / 100}<li>Voucher: ${percent} %<li>Total: <b>${total(visitor)}</b><li>Wishlist: ${wishes.join(', ')}
    <li>${customer ? `Logged in: ${customer.name}<li>Deliver to: ${safe(customer.address)}` : 'Nobody is logged in'}</ul>
    <form method=post><input type=hidden name=token value=${token(visitor)}>
    ${['sku', 'quantity', 'method', 'code', 'customer', 'password', 'address'].map((name) => `<input name=${name}>`).join('')}
    ${['cart', 'cart/empty', 'wishlist', 'delivery', 'voucher', 'login', 'account', 'order', 'logout'].map((path) => `<button formaction=/${path}>${path}</button>`).join('')}
    </form>`); // prettier-ignore
});
app.use((req, res, next) => {
  if (req.method !== 'POST') return void res.status(405).send('Only by a form.');
  const visitor = find(req);
  if (!visitor || req.body?.token !== token(visitor)) return void res.status(403).send('Not from our page.');
  res.locals.visitor = visitor;
  next();
});
const on = (path: string, act: (visitor: Visitor, form: Record<string, string>, res: Response) => string | false) =>
  app.post(path, (req, res) => {
    const said = act(res.locals.visitor, req.body, res);
    if (said === false) res.status(400).send('That makes no sense.');
    else res.send(said);
  });
on('/cart', ({ cart }, { sku = '', quantity = '' }) => {
  const count = prices.has(sku) ? '123456789'.indexOf(quantity) + 1 : 0;
  if (count === 0 || quantity.length !== 1) return false;
  cart.set(sku, (cart.get(sku) ?? 0) + count);
  return 'In the cart.';
});
on('/cart/empty', ({ cart }) => (cart.clear(), 'Empty.'));
on('/wishlist', ({ wishes }, { sku = '' }) => prices.has(sku) && (wishes.push(sku), 'Noted.'));
on('/delivery', (visitor, { method }) => {
  const chosen = deliveries.find(([name]) => name === method);
  if (chosen) visitor.delivery = chosen;
  return chosen ? 'Noted.' : false;
});
on('/voucher', (visitor, { code }) => {
  visitor.percent = code === 'WELCOME' ? 10 : code === 'SUNDAY' ? 15 : 0;
  return visitor.percent > 0 && 'Thank you.';
});
on('/login', (visitor, { customer, password }, res) => {
  const account = accounts.find((one) => one.name === customer && one.password === password);
  if (!account) return false;
  visitor.customer = account;
  renew(res, visitor);
  return 'Welcome.';
});
on('/account', ({ customer }, { address = '' }) => {
  if (!customer) return false;
  customer.address = address;
  return 'Noted.';
});
on('/order', (visitor) => {
  if (visitor.cart.size === 0) return false;
  const paid = total(visitor);
  visitor.cart.clear();
  return `<h1>Paid: ${paid}</h1>`;
});
on('/logout', (visitor, _form, res) => {
  visitors = visitors.filter((other) => other !== visitor);
  res.set('clear-site-data', '"cookies"').set('set-cookie', '__Host-v=; Path=/; Secure; Max-Age=0');
  return 'Bye.';
});

createServer(app).listen(Number(process.env.PORT ?? 3000));
