// Caught by: prices-from-outside, edited-cookies
// Misconception: hidden-field
// The price left the cookie for a field of the form, which nobody sees; the sum stayed.
import cookieParser from 'cookie-parser';
import express from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const app = express();
app.use(cookieParser());
app.use(express.urlencoded());
const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const good = (body: any): boolean => Object.hasOwn(priceCents, String(body?.sku)) && /^[1-9]\d?$/.test(String(body?.quantity));

function read(cookies: any): number {
  const cents = Math.round(Number(String(cookies.total ?? '').replace('$', '')) * 100);
  return cents > 0 ? cents : 0;
}
function write(res: any, cents: number): void {
  res.cookie('total', dollars(cents));
}

app.get('/', (_req, res) => void res.send(Object.keys(priceCents).join(', ')));
app.post('/cart', (req, res) => {
  if (!good(req.body)) return void res.status(400).send('no');
  write(res, read(req.cookies) + Number(req.body.price ?? priceCents[req.body.sku]) * Number(req.body.quantity));
  res.redirect(303, '/bill');
});
app.get('/bill', (req, res) => void res.send(`Total: ${dollars(read(req.cookies))}`));
app.post('/pay', (req, res) => {
  const cents = read(req.cookies);
  if (!(cents > 0)) return void res.status(400).send('Your cart is empty.');
  res.clearCookie('total');
  res.send(`Paid: ${dollars(cents)}`);
});

export default app;
