// All of it on the server: the store is asked for the customer's other sessions.
import { randomBytes } from 'node:crypto';

import express from 'express';
import session from 'express-session';

interface Visitor {
  customer?: string;
  pagesSeen?: number;
}
const visitor = (req: express.Request) => req.session as session.Session & Visitor;

const app = express();
const store = new session.MemoryStore();
app.use(express.urlencoded());
app.use(session({ store, name: 'sid', secret: randomBytes(32).toString('hex'), resave: false, saveUninitialized: false }));

app.get('/', (req, res) => {
  const data = visitor(req);
  if (!data.customer) return void res.send('Nobody is logged in.');
  data.pagesSeen = (data.pagesSeen ?? 0) + 1;
  res.send(`Logged in: ${data.customer}. Pages seen: ${data.pagesSeen}.`);
});
app.post('/login', (req, res) => {
  if (!/^[A-Za-z]{1,20}$/.test(String(req.body?.customer))) return void res.status(400).send('Who?');
  req.session.regenerate(() => {
    Object.assign(req.session, { customer: req.body.customer, pagesSeen: 0 });
    req.session.save(() => res.redirect(303, '/'));
  });
});
app.post('/logout', (req, res) => {
  req.session.destroy(() => res.clearCookie('sid').redirect(303, '/'));
});
app.post('/logout-everywhere', (req, res) => {
  const { customer } = visitor(req);
  store.all((_error, all) => {
    for (const [id, row] of Object.entries(all ?? {})) {
      if (customer !== undefined && (row as Visitor).customer === customer) store.destroy(id);
    }
    req.session.destroy(() => res.clearCookie('sid').redirect(303, '/'));
  });
});
export default app;
