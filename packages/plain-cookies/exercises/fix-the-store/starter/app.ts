// The toy store. It asks its customers what they owe, and believes them.
// What helps and what doesn't: packages/plain-cookies/lesson-text/the-bill.md

import cookieParser from 'cookie-parser';
import express from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };

const app = express();
app.use(cookieParser());
app.use(express.urlencoded());

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const cents = (amount: string): number => Math.round(Number(amount.replace('$', '')) * 100);

app.get('/', (_req, res) => {
  const forms = Object.entries(priceCents).map(
    ([sku, price]) => `<form method="post" action="/cart">${sku} ${dollars(price)}
    <input type="hidden" name="sku" value="${sku}"><input type="hidden" name="price" value="${price}">
    <input name="quantity" value="1"><button>Into the cart</button></form>`,
  );
  res.send(`${forms.join('')}<a href="/bill">Bill</a>`);
});

app.post('/cart', (req, res) => {
  // TODO: a quantity may be anything here, and so may a price.
  const price = Number(req.body.price ?? priceCents[req.body.sku]);
  const total = cents(req.cookies.total ?? '$0.00') + price * Number(req.body.quantity);
  // TODO: what does this cookie let the customer decide?
  res.cookie('total', dollars(total));
  res.redirect(303, '/bill');
});

app.get('/bill', (req, res) => {
  res.send(`Total: ${req.cookies.total ?? '$0.00'} <form method="post" action="/pay"><button>Pay</button></form>`);
});

app.post('/pay', (req, res) => {
  // TODO: charge what the articles cost.
  res.clearCookie('total');
  res.send(`Paid: ${req.cookies.total ?? '$0.00'}`);
});

export default app;
