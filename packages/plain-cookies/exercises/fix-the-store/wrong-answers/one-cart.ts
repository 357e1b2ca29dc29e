// Caught by: edited-cookies, missing-and-nonsense
// Misconception: one-cart-for-all
// The cart moved to the server, and there it is a variable.
import cookieParser from 'cookie-parser';
import express from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const app = express();
app.use(cookieParser());
app.use(express.urlencoded());
const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const good = (body: any): boolean => Object.hasOwn(priceCents, String(body?.sku)) && /^[1-9]\d?$/.test(String(body?.quantity));

let cart: [string, number][] = [];
const total = (): number => cart.reduce((sum, [sku, quantity]) => sum + priceCents[sku]! * quantity, 0);
app.get('/', (_req, res) => void res.send(Object.keys(priceCents).join(', ')));
app.post('/cart', (req, res) => {
  if (!good(req.body)) return void res.status(400).send('no');
  cart.push([req.body.sku, Number(req.body.quantity)]);
  res.redirect(303, '/bill');
});
app.get('/bill', (_req, res) => void res.send(`Total: ${dollars(total())}`));
app.post('/pay', (_req, res) => {
  const cents = total();
  if (cents === 0) return void res.status(400).send('Your cart is empty.');
  cart = [];
  res.send(`Paid: ${dollars(cents)}`);
});
export default app;
