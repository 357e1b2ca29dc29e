// Caught by: second-login
// Misconception: role-comes-along
// It is the same visitor, so what is in the session is theirs.
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
  res.send(
    `Cart: ${cart.join(', ') || 'empty'}. ${customer ? `Logged in: ${customer}` : 'Nobody is logged in'}. Clerk: ${isClerk ? 'yes' : 'no'}`,
  );
});
app.post('/cart', (req, res) => {
  const row = rowOf(req);
  if (row) row.cart.push(req.body.article);
  else begin(res, { cart: [req.body.article] });
  res.redirect(303, '/');
});
function move(req: Request, res: Response, change: Partial<Row>): void {
  const row = { cart: [], ...rowOf(req), ...change };
  rows.delete(req.cookies.id);
  begin(res, row);
}
app.post('/login', (req, res) => {
  move(req, res, { customer: req.body.customer });
  res.redirect(303, '/');
});
app.post('/clerk', (req, res) => {
  if (!rowOf(req)?.customer || req.body.pin !== process.env.CLERK_PIN) return void res.sendStatus(403);
  move(req, res, { isClerk: true });
  res.redirect(303, '/');
});
app.post('/logout', (req, res) => {
  rows.delete(req.cookies.id);
  res.clearCookie('id').redirect(303, '/');
});
export default app;
