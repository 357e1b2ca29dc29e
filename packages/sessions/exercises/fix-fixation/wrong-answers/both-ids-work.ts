// Caught by: planted-id, becomes-a-clerk, second-login, at-that-moment
// Misconception: two-ids-one-session
// The customer has a new id from now on.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

interface Row {
  cart: string[];
  customer?: string;
  isClerk?: boolean;
}
const rows = new Map<string, Row>();
const app = express();
app.use(cookieParser(), express.urlencoded());

const rowOf = (req: Request): Row | undefined => rows.get(req.cookies.id);
function begin(res: Response, row: Row): void {
  const id = randomBytes(18).toString('base64url');
  rows.set(id, row);
  res.cookie('id', id, { httpOnly: true, sameSite: 'lax' });
}

app.get('/', (req, res) => {
  const { cart, customer, isClerk } = rowOf(req) ?? { cart: [] };
  res.send(`Cart: ${cart.join(', ') || 'empty'}. ${customer ? `Logged in: ${customer}` : 'Nobody is logged in'}. Clerk: ${isClerk ? 'yes' : 'no'}`);
});
app.post('/cart', (req, res) => {
  const row = rowOf(req);
  if (row) row.cart.push(req.body.article);
  else begin(res, { cart: [req.body.article] });
  res.redirect(303, '/');
});
app.post('/login', (req, res) => {
  const row = rowOf(req) ?? { cart: [] };
  row.customer = req.body.customer;
  begin(res, row);
  res.redirect(303, '/');
});
app.post('/clerk', (req, res) => {
  const row = rowOf(req);
  if (!row?.customer || req.body.pin !== process.env.CLERK_PIN) return void res.sendStatus(403);
  row.isClerk = true;
  begin(res, row);
  res.redirect(303, '/');
});
app.post('/logout', (req, res) => {
  rows.delete(req.cookies.id);
  res.redirect(303, '/');
});
export default app;
