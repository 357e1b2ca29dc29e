// The session stays in cookie-session's signed cookie. The server notes which logins are open, and keeps the addresses.
import cookieSession from 'cookie-session';
import express, { Router, type Request, type Response } from 'express';

interface Data {
  cart: [sku: string, quantity: number][];
  wishes: string[];
  delivery: string;
  voucher: string;
  login: { customer: string; number: number } | null;
}

const lists = {
  article: { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 },
  delivery: { pickup: 0, post: 490, courier: 1290 },
  voucher: { WELCOME: 10, SUNDAY: 15 },
};
const look = (list: keyof typeof lists, name: unknown): number | undefined =>
  new Map(Object.entries(lists[list])).get(String(name));

class Accounts {
  private readonly rows = new Map(
    [
      ['Ada', 'blue kettle', '1 Mill Lane'],
      ['Bela', 'seven spoons', '2 Mill Lane'],
      ['Chen', 'rye and salt', '3 Mill Lane'],
    ].map(([customer = '', password = '', address = '']) => [
      customer,
      { customer, password, address, last: 0, open: new Set<number>() },
    ]),
  );

  logIn(customer: unknown, password: unknown) {
    const row = this.rows.get(String(customer));
    if (row?.password !== password || !row) return null;
    row.open.add(++row.last);
    return { customer: row.customer, number: row.last };
  }
  of({ login }: Data) {
    const row = this.rows.get(login?.customer ?? '');
    return row?.open.has(login?.number ?? 0) ? row : null;
  }
  logOut(data: Data) {
    this.of(data)?.open.delete(data.login?.number ?? 0);
  }
}

function key(): string {
  const { COOKIE_KEY = '' } = process.env;
  if (COOKIE_KEY === '') {
    console.error('COOKIE_KEY is not set.');
    process.exit(1);
  }
  return COOKIE_KEY;
}

const accounts = new Accounts();
const app = express();
app.enable('trust proxy');
app.use(
  cookieSession({ name: 'store', keys: [key()], secure: true, httpOnly: true, sameSite: 'lax', maxAge: 8 * 60 * 60 * 1000 }),
);
app.use(express.urlencoded());

const dataOf = (req: Request): Data => {
  const { cart = [], wishes = [], delivery = 'pickup', voucher = '', login = null } = (req.session ?? {}) as Partial<Data>;
  return { cart, wishes, delivery, voucher, login };
};
const total = ({ cart, delivery, voucher }: Data): string => {
  const sum = cart.map(([sku, quantity]) => (look('article', sku) ?? 0) * quantity).reduce((a, b) => a + b, 0);
  return ((sum * (1 - (look('voucher', voucher) ?? 0) / 100) + (look('delivery', delivery) ?? 0)) / 100).toFixed(2);
};

app.get('/', (req, res) => {
  const data = dataOf(req);
  const account = accounts.of(data);
  const said = {
    Cart: data.cart.map(([sku, quantity]) => `${quantity} ${sku}`).join(', ') || 'empty',
    Delivery: `$${((look('delivery', data.delivery) ?? 0) / 100).toFixed(2)}`,
    Voucher: `${look('voucher', data.voucher) ?? 0} %`,
    Total: `$${total(data)}`,
    Wishlist: data.wishes.join(', ') || 'empty',
    ...(account && { 'Logged in': account.customer, 'Deliver to': account.address }),
  };
  const text = Object.entries(said).map(([name, value]) => `${name}: ${value}`);
  res.type('text/plain').send([...text, ...(account ? [] : ['Nobody is logged in'])].join('\n'));
});

/** A form: what it changes of the session, or null for nonsense. */
const forms = Router();
const form = (path: string, change: (data: Data, body: Record<string, unknown>, res: Response) => Partial<Data> | null): void => {
  forms.post(path, (req, res) => {
    const data = dataOf(req);
    const changed = change(data, { ...(req.body as object) }, res);
    if (changed === null) return void res.status(400).send('That makes no sense.');
    (req as { session: unknown }).session = { ...data, ...changed };
    res.send(res.locals.said ?? 'Done.');
  });
};
form('/cart', ({ cart }, { sku, quantity }) => {
  if (look('article', sku) === undefined || !/^[1-9]$/.test(String(quantity))) return null;
  const now = new Map(cart);
  return { cart: [...now.set(String(sku), (now.get(String(sku)) ?? 0) + Number(quantity))] };
});
form('/cart/empty', () => ({ cart: [] }));
form('/wishlist', ({ wishes }, { sku }) => {
  if (look('article', sku) === undefined) return null;
  return { wishes: wishes.includes(String(sku)) ? wishes : [...wishes, String(sku)] };
});
form('/delivery', (_, { method }) => (look('delivery', method) === undefined ? null : { delivery: String(method) }));
form('/voucher', (_, { code }) => (look('voucher', code) === undefined ? null : { voucher: String(code) }));
form('/login', (data, { customer, password }) => {
  const login = accounts.logIn(customer, password);
  if (login) accounts.logOut(data);
  return login && { login };
});
form('/account', (data, { address }) => {
  const account = accounts.of(data);
  if (account) account.address = String(address).replace(/\s+/g, ' ').slice(0, 100);
  return account && {};
});
form('/order', (data, _, res) => {
  if (data.cart.length === 0) return null;
  res.locals.said = `Paid: $${total(data)}`;
  return { cart: [], voucher: '' };
});
form('/logout', (data) => {
  accounts.logOut(data);
  return { login: null };
});
app.use(forms);

export { app };
