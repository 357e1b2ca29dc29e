// Everything about a visitor in express-session's row; the browser has an id and nothing else.
import express, { type Request } from 'express';
import session from 'express-session';

const { COOKIE_KEY } = process.env;
if (COOKIE_KEY === undefined || COOKIE_KEY.trim() === '') throw new TypeError('Please set COOKIE_KEY.');

const prices: Record<string, number> = { mixer: 99.99, 'rolling-pin': 15.5, cutter: 4.99, apron: 24.25, tin: 12.75 };
const deliveries: Record<string, number> = { pickup: 0, post: 4.9, courier: 12.9 };
const vouchers: Record<string, number> = { WELCOME: 0.1, SUNDAY: 0.15 };
const accounts: Record<string, { password: string; address: string }> = {
  Ada: { password: 'blue kettle', address: '1 Mill Lane' },
  Bela: { password: 'seven spoons', address: '2 Mill Lane' },
  Chen: { password: 'rye and salt', address: '3 Mill Lane' },
};

interface Visitor {
  cart?: Record<string, number>;
  wishes?: string[];
  method?: string;
  code?: string;
  customer?: string;
}

const app = express();
app.set('trust proxy', 1);
app.use(express.urlencoded({ extended: false }));
app.use(
  session({
    secret: COOKIE_KEY,
    name: '__Host-id',
    resave: false,
    saveUninitialized: false,
    cookie: { secure: true, sameSite: 'strict' },
  }),
);
const visitor = (req: Request) => req.session as session.Session & Visitor;
const known = (table: object, name: unknown): name is string => typeof name === 'string' && Object.hasOwn(table, name);

function total({ cart = {}, code = '', method = 'pickup' }: Visitor): string {
  const articles = Object.entries(cart).reduce((sum, [sku, count]) => sum + (prices[sku] ?? 0) * count, 0);
  return `$${(articles * (1 - (vouchers[code] ?? 0)) + (deliveries[method] ?? 0)).toFixed(2)}`;
}

app.get('/', (req, res) => {
  const { cart = {}, wishes = [], customer, method = 'pickup', code = '' } = visitor(req);
  res.type('text').send(
    [
      `Cart: ${Object.entries(cart).map(([sku, count]) => `${count} ${sku}`).join(', ') || 'empty'}`, // prettier-ignore
      `Delivery: $${deliveries[method]?.toFixed(2)}`,
      `Voucher: ${(vouchers[code] ?? 0) * 100} %`,
      `Total: ${total(visitor(req))}`,
      `Wishlist: ${wishes.join(', ')}`,
      customer ? `Logged in: ${customer}\nDeliver to: ${accounts[customer]?.address}` : 'Nobody is logged in',
    ].join('\n'),
  );
});

app.post('/cart', (req, res) => {
  const { sku, quantity } = req.body;
  if (!known(prices, sku) || !/^[1-9]$/.test(quantity)) return void res.sendStatus(422);
  const { cart = {} } = visitor(req);
  visitor(req).cart = { ...cart, [sku]: (cart[sku] ?? 0) + Number(quantity) };
  res.sendStatus(204);
});
app.post('/cart/empty', (req, res) => {
  delete visitor(req).cart;
  res.sendStatus(204);
});
app.post('/wishlist', (req, res) => {
  if (!known(prices, req.body.sku)) return void res.sendStatus(422);
  visitor(req).wishes = [...new Set([...(visitor(req).wishes ?? []), req.body.sku as string])];
  res.sendStatus(204);
});
app.post('/delivery', (req, res) => {
  if (!known(deliveries, req.body.method)) return void res.sendStatus(422);
  visitor(req).method = req.body.method;
  res.sendStatus(204);
});
app.post('/voucher', (req, res) => {
  if (!known(vouchers, req.body.code)) return void res.sendStatus(422);
  visitor(req).code = req.body.code;
  res.sendStatus(204);
});
app.post('/login', (req, res, next) => {
  const { customer, password } = req.body;
  if (!known(accounts, customer) || accounts[customer]?.password !== password) return void res.sendStatus(401);
  const { cart, wishes, method, code } = visitor(req);
  req.session.regenerate((error) => {
    if (error) return next(error);
    Object.assign(req.session, { cart, wishes, method, code, customer });
    req.session.save((failed) => (failed ? next(failed) : res.redirect('/')));
  });
});
app.post('/account', (req, res) => {
  const account = accounts[visitor(req).customer ?? ''];
  if (!account) return void res.sendStatus(401);
  account.address = String(req.body.address).slice(0, 100);
  res.sendStatus(204);
});
app.post('/order', (req, res) => {
  const data = visitor(req);
  if (!data.cart) return void res.sendStatus(409);
  const paid = total(data);
  delete data.cart;
  delete data.code;
  res.send(`Paid: ${paid}`);
});
app.post('/logout', (req, res, next) => {
  req.session.destroy((error) => (error ? next(error) : res.clearCookie('__Host-id', { secure: true }).redirect('/')));
});

module.exports = app;
