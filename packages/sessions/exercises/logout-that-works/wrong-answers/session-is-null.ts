// Caught by: copies-are-worthless, any-order
// Misconception: forgotten-by-the-browser-only
// Setting the session to nothing looks like the end of it.
import { randomBytes } from 'node:crypto';

import express from 'express';
import session from 'express-session';

const app = express();
const store = new session.MemoryStore();
app.use(express.urlencoded());
app.use(session({ store, name: 'sid', secret: randomBytes(32).toString('hex'), resave: false, saveUninitialized: false }));

app.get('/', (req, res) => {
  const data = req.session as any;
  if (!data.customer) return void res.send('Nobody is logged in.');
  data.pagesSeen += 1;
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
  (req as any).session = null;
  res.clearCookie('sid').redirect(303, '/');
});
app.post('/logout-everywhere', (req, res) => {
  const { customer } = req.session as any;
  store.all((_error, all: any) => {
    for (const [id, row] of Object.entries<any>(all ?? {})) if (customer && row.customer === customer) store.destroy(id);
    (req as any).session = null;
    res.clearCookie('sid').redirect(303, '/');
  });
});
export default app;
