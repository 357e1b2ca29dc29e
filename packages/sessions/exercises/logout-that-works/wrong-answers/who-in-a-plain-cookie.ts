// Caught by: edited-cookies
// Misconception: cookie-says-who
// The server keeps a list of sessions now, so the cookie need not be signed any more.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser(), express.urlencoded());
const going = new Map<string, string>();
const read = (req: express.Request) => (going.has(req.cookies.id) ? (req.cookies.customer as string) : null);

app.get('/', (req, res) => void res.send(read(req) ? `Logged in: ${read(req)}.` : 'Nobody is logged in.'));
app.post('/login', (req, res) => {
  const id = randomBytes(16).toString('hex');
  going.set(id, req.body.customer);
  res.cookie('id', id, { httpOnly: true }).cookie('customer', req.body.customer, { httpOnly: true }).redirect(303, '/');
});
app.post('/logout', (req, res) => {
  going.delete(req.cookies.id);
  res.clearCookie('id').clearCookie('customer').redirect(303, '/');
});
app.post('/logout-everywhere', (req, res) => {
  const who = read(req);
  for (const [id, customer] of going) if (customer === who) going.delete(id);
  res.clearCookie('id').clearCookie('customer').redirect(303, '/');
});
export default app;
