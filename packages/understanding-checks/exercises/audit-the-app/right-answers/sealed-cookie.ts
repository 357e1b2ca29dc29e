// One encrypted cookie holds it all, address included; a number for each customer says which logins still count.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type RequestHandler } from 'express';

const price = (sku: unknown) => ({ mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 })[String(sku)];
const fee = (method: unknown) => ({ pickup: 0, post: 490, courier: 1290 })[String(method)];
const off = (code: unknown) => ({ WELCOME: 10, SUNDAY: 15 })[String(code)];
const logins = [
  { customer: 'Ada', password: 'blue kettle', address: '1 Mill Lane', version: 1 },
  { customer: 'Bela', password: 'seven spoons', address: '2 Mill Lane', version: 1 },
  { customer: 'Chen', password: 'rye and salt', address: '3 Mill Lane', version: 1 },
];

interface State {
  cart: Record<string, number>;
  wishes: string[];
  method: string;
  code: string;
  customer: string;
  version: number;
}
const nobody: State = { cart: {}, wishes: [], method: 'pickup', code: '', customer: '', version: 0 };

if (!process.env.COOKIE_KEY) throw new Error('COOKIE_KEY: missing');
const key = Buffer.from(hkdfSync('sha256', process.env.COOKIE_KEY, '', 'state of a visitor, 1', 32));
const name = '__Secure-state';

function seal(state: State): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(JSON.stringify(state)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}
function unseal(text: unknown): State {
  try {
    const bytes = Buffer.from(text as string, 'base64url');
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    cipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(12, 28));
    return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString()) as State;
  } catch {
    return nobody;
  }
}

export const app = express().use(cookieParser(), express.urlencoded({ extended: false }));
const who = (state: State) => logins.find(({ customer, version }) => customer === state.customer && version === state.version);
const read: RequestHandler = (req, res, next) => {
  res.locals.state = structuredClone(unseal(req.cookies[name]));
  next();
};
const total = ({ cart, code, method }: State) =>
  Math.floor((Object.entries(cart).reduce((sum, [sku, n]) => sum + (price(sku) ?? 0) * n, 0) * (100 - (off(code) ?? 0))) / 100) +
  (fee(method) ?? 0);
const usd = (cents: number) => `$${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

app.get('/', read, (_req, res) => {
  const state = res.locals.state as State;
  const login = who(state);
  const cart = Object.entries(state.cart).map(([sku, n]) => `${n} ${sku}`).join(', '); // prettier-ignore
  const address = login?.address.replace(/\W/g, (c) => `&#x${c.codePointAt(0)?.toString(16)};`);
  res.send(`<p>Cart: ${cart || 'empty'}<p>Delivery: ${usd(fee(state.method) ?? 0)}<p>Voucher: ${off(state.code) ?? 0} %
<p>Total: ${usd(total(state))}<p>Wishlist: ${state.wishes.join(', ')}
<p>${login ? `Logged in: ${login.customer}<p>Deliver to: ${address}` : 'Nobody is logged in'}`);
});

const form = (path: string, change: (state: State, body: Record<string, unknown>) => Partial<State> | string | undefined) =>
  app.post(path, read, (req, res) => {
    const state = res.locals.state as State;
    const changed = change(state, (req.body ?? {}) as Record<string, unknown>);
    if (changed === undefined) return void res.status(400).send('No.');
    const next = typeof changed === 'string' ? { ...state, cart: {}, code: '' } : { ...state, ...changed };
    res.cookie(name, seal(next), { httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: 8 * 3600e3 });
    res.send(typeof changed === 'string' ? changed : 'Yes.');
  });

form('/cart', ({ cart }, { sku, quantity }) =>
  price(sku) && /^[1-9]$/.test(String(quantity))
    ? { cart: { ...cart, [String(sku)]: (cart[String(sku)] ?? 0) + Number(quantity) } }
    : undefined,
);
form('/cart/empty', () => ({ cart: {} }));
form('/wishlist', ({ wishes }, { sku }) =>
  price(sku) ? { wishes: [...new Set([...wishes, String(sku)])].slice(-20) } : undefined,
);
form('/delivery', (_, { method }) => (fee(method) === undefined ? undefined : { method: String(method) }));
form('/voucher', (_, { code }) => (off(code) ? { code: String(code) } : undefined));
form('/login', (_, { customer, password }) => {
  const login = logins.find((one) => one.customer === customer && one.password === password);
  return login && { customer: login.customer, version: login.version };
});
form('/account', (state, { address }) => {
  const login = who(state);
  if (login) login.address = String(address);
  return login && {};
});
form('/order', (state) => (Object.keys(state.cart).length > 0 ? `Paid: ${usd(total(state))}` : undefined));
form('/logout', (state) => {
  const login = who(state);
  if (login) login.version++;
  return { customer: '', version: 0 };
});
