// Caught by: unsigned-voucher
// Misconception: unsigned-is-believed
// Vouchers from before the store had learnt to sign should go on counting.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type CookieOptions, type Request, type Response } from 'express';

const priceCents = new Map([['mixer', 9999], ['rolling-pin', 1550], ['cutter', 499], ['apron', 2425], ['tin', 1275]]); // prettier-ignore
const deliveryCents = new Map([['pickup', 0], ['post', 490], ['courier', 1290]]); // prettier-ignore
const voucherPercent = new Map([['WELCOME', 10], ['SUNDAY', 15]]); // prettier-ignore

// A toy store: a real one keeps no passwords, only their hashes.
const accounts = new Map([
  ['Ada', { password: 'blue kettle', address: '1 Mill Lane' }],
  ['Bela', { password: 'seven spoons', address: '2 Mill Lane' }],
  ['Chen', { password: 'rye and salt', address: '3 Mill Lane' }],
]);

interface Session {
  readonly cart: Map<string, number>;
  customer?: string;
}
const sessions = new Map<string, Session>();

const app = express();
// Whose key everybody knows signs for everybody: no key, no store.
if (!process.env.COOKIE_KEY) throw new Error('COOKIE_KEY is not set.');
app.use(cookieParser(process.env.COOKIE_KEY), express.urlencoded());

// Always Secure: behind the proxy, req.secure is false. No Domain: this host only.
const cookieOptions: CookieOptions = { httpOnly: true, secure: true, sameSite: 'lax' };

function beginSession(res: Response, session: Session): Session {
  const id = randomBytes(16).toString('base64url');
  sessions.set(id, session);
  res.cookie('sid', id, cookieOptions);
  return session;
}

/** The visitor's session; a new one for who has none. */
function sessionOf(req: Request, res: Response): Session {
  return sessions.get(req.cookies.sid) ?? beginSession(res, { cart: new Map() });
}

function discountPercent(req: Request): number {
  const voucher: unknown = req.signedCookies.voucher || req.cookies.voucher;
  return typeof voucher === 'string' && /^\d{1,2}$/.test(voucher) ? Number(voucher) : 0;
}

// The visitor says how, the price list says how much.
const costOfDelivery = (req: Request): number => deliveryCents.get(req.cookies.delivery) ?? 0;

function totalCents(req: Request, cart: Session['cart']): number {
  const articles = [...cart].reduce((sum, [sku, quantity]) => sum + (priceCents.get(sku) ?? 0) * quantity, 0);
  return Math.round((articles * (100 - discountPercent(req))) / 100) + costOfDelivery(req);
}

function readWishlist(req: Request): string[] {
  // Anybody's text, so anything may be in it. What isn't a list of our articles is no wish.
  try {
    const wishes = JSON.parse(String(req.cookies.wishlist)) as unknown;
    return Array.isArray(wishes) ? wishes.filter((sku) => priceCents.has(sku as string)) : [];
  } catch {
    return [];
  }
}

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const html = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const form = (action: string, fields: string): string =>
  `<form method="post" action="${action}">${fields}<button>${action}</button></form>`;

app.get('/', (req, res) => {
  const { cart, customer } = sessions.get(req.cookies.sid) ?? { cart: new Map<string, number>() };
  const lines = [
    `Cart: ${[...cart].map(([sku, quantity]) => `${quantity} ${sku}`).join(', ') || 'empty'}`,
    `Delivery: ${dollars(costOfDelivery(req))}`,
    `Voucher: ${discountPercent(req)} %`,
    `Total: ${dollars(totalCents(req, cart))}`,
    `Wishlist: ${readWishlist(req).join(', ') || 'empty'}`,
    customer === undefined ? 'Nobody is logged in' : `Logged in: ${customer}`,
    customer === undefined ? '' : `Deliver to: ${accounts.get(customer)?.address}`,
  ];
  res.send(`${lines.map((line) => `<p>${html(line)}</p>`).join('\n')}
${form('/cart', '<input name="sku"><input name="quantity" value="1">')}${form('/cart/empty', '')}
${form('/wishlist', '<input name="sku">')}${form('/delivery', '<input name="method">')}${form('/voucher', '<input name="code">')}
${form('/login', '<input name="customer"><input name="password" type="password">')}${form('/account', '<input name="address">')}
${form('/order', '')}${form('/logout', '')}`);
});

app.post('/cart', (req, res) => {
  const { sku, quantity } = (req.body ?? {}) as Record<string, unknown>;
  if (typeof sku !== 'string' || !priceCents.has(sku)) return void res.status(400).send('No such article.');
  if (typeof quantity !== 'string' || !/^[1-9]$/.test(quantity)) return void res.status(400).send('From 1 to 9, please.');
  const { cart } = sessionOf(req, res);
  cart.set(sku, (cart.get(sku) ?? 0) + Number(quantity));
  res.redirect(303, '/');
});

// Whoever follows a link changes nothing.
app.post('/cart/empty', (req, res) => {
  sessions.get(req.cookies.sid)?.cart.clear();
  res.redirect(303, '/');
});

app.post('/wishlist', (req, res) => {
  const sku: unknown = req.body?.sku;
  if (typeof sku !== 'string' || !priceCents.has(sku)) return void res.status(400).send('No such article.');
  res.cookie('wishlist', JSON.stringify([...new Set([...readWishlist(req), sku])]), cookieOptions);
  res.redirect(303, '/');
});

app.post('/delivery', (req, res) => {
  const cents = deliveryCents.get(req.body?.method);
  if (cents === undefined) return void res.status(400).send('pickup, post or courier?');
  res.cookie('delivery', req.body.method, cookieOptions);
  res.redirect(303, '/');
});

app.post('/voucher', (req, res) => {
  const percent = voucherPercent.get(req.body?.code);
  if (percent === undefined) return void res.status(400).send('No such voucher.');
  res.cookie('voucher', String(percent), { ...cookieOptions, signed: true });
  res.redirect(303, '/');
});

app.post('/login', (req, res) => {
  const { customer, password } = (req.body ?? {}) as Record<string, unknown>;
  if (typeof customer !== 'string' || password === undefined || accounts.get(customer)?.password !== password)
    return void res.status(401).send('Unknown name or password.');
  // A new id, and the old one dead: who knew it before the login knows nothing now. The cart comes along.
  const cart = sessions.get(req.cookies.sid)?.cart ?? new Map<string, number>();
  sessions.delete(req.cookies.sid);
  beginSession(res, { cart, customer });
  res.redirect(303, '/');
});

app.post('/account', (req, res) => {
  const customer = sessions.get(req.cookies.sid)?.customer;
  const account = customer === undefined ? undefined : accounts.get(customer);
  const address: unknown = req.body?.address;
  if (account === undefined) return void res.status(401).send('Nobody is logged in.');
  if (typeof address !== 'string' || address.length > 100) return void res.status(400).send('Where to?');
  account.address = address;
  res.redirect(303, '/');
});

app.post('/order', (req, res) => {
  const session = sessions.get(req.cookies.sid);
  if (!session || session.cart.size === 0) return void res.status(400).send('The cart is empty.');
  const paid = dollars(totalCents(req, session.cart));
  session.cart.clear();
  res.clearCookie('voucher', cookieOptions).send(`Paid: ${paid}`);
});

app.post('/logout', (req, res) => {
  // Ended on the server. That the browser forgets it, too, is tidiness.
  sessions.delete(req.cookies.sid);
  res.clearCookie('sid', cookieOptions).redirect(303, '/');
});

export default app;
