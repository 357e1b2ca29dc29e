// Caught by: missing-and-nonsense, edited-cookies
// Misconception: breaks-on-nonsense
// The cookie holds the JSON that was put there, so it can be parsed.
import cookieParser from 'cookie-parser';
import express from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };

const app = express();
app.use(cookieParser());
app.use(express.urlencoded());

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

/** The cookie says only what is wanted, e.g. `[["mixer",1],["cutter",2]]`; what it costs is looked up. */
function readCart(cookie: unknown): Map<string, number> {
  if (cookie === undefined) return new Map();
  const items: [unknown, unknown][] = JSON.parse(Buffer.from(String(cookie), 'base64').toString());
  const cart = new Map<string, number>();
  for (const [sku, count] of items) {
    const quantity = parseQuantity(String(count));
    if (quantity !== null && isArticle(sku)) cart.set(sku, quantity);
  }
  return cart;
}

/** Digits only: Number() would also take '1e1', ' 2 ' and ''. */
function parseQuantity(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d?$/.test(text) ? Number(text) : null;
}

// Not `sku in priceCents`: every object has a constructor.
function isArticle(sku: unknown): sku is string {
  return typeof sku === 'string' && Object.hasOwn(priceCents, sku);
}

function totalCents(cart: Map<string, number>): number {
  return [...cart].reduce((sum, [sku, quantity]) => sum + (priceCents[sku] ?? 0) * quantity, 0);
}

app.get('/', (_req, res) => {
  const forms = Object.entries(priceCents).map(
    ([sku, price]) => `<form method="post" action="/cart">${sku} ${dollars(price)}
    <input type="hidden" name="sku" value="${sku}"><input name="quantity" value="1"><button>Into the cart</button></form>`,
  );
  res.send(`${forms.join('')}<a href="/bill">Bill</a>`);
});

app.post('/cart', (req, res) => {
  const { sku, quantity: text } = req.body ?? {};
  const quantity = parseQuantity(text);
  if (quantity === null || !isArticle(sku))
    return void res.status(400).send('A whole number from 1 to 99 of an article we sell, please.');
  const cart = readCart(req.cookies.cart);
  const wanted = (cart.get(sku) ?? 0) + quantity;
  if (wanted > 99) return void res.status(400).send('At most 99 of an article, please.');
  cart.set(sku, wanted);
  res.cookie('cart', Buffer.from(JSON.stringify([...cart])).toString('base64'), { httpOnly: true, sameSite: 'lax' });
  res.redirect(303, '/bill');
});

app.get('/bill', (req, res) => {
  res.send(
    `Total: ${dollars(totalCents(readCart(req.cookies.cart)))} <form method="post" action="/pay"><button>Pay</button></form>`,
  );
});

app.post('/pay', (req, res) => {
  const cart = readCart(req.cookies.cart);
  if (cart.size === 0) return void res.status(400).send('Your cart is empty.');
  res.clearCookie('cart');
  res.send(`Paid: ${dollars(totalCents(cart))}`);
});

export default app;
