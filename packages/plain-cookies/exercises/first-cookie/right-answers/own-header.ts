// No cookie-parser, no res.cookie: the two headers by hand, with Expires instead of Max-Age.
import express from 'express';

const app = express();
app.get('/', (req, res) => {
  const seen = (req.headers.cookie ?? '').split(/;\s*/).some((pair) => pair.startsWith('welcomed='));
  if (!seen) {
    const expires = new Date(Date.now() + 365 * 864e5).toUTCString();
    res.setHeader('Set-Cookie', `welcomed=true; Expires=${expires}; HttpOnly; SameSite=Lax`);
  }
  res.type('html').end(`<h1>Bakery</h1>${seen ? '' : '<p>Welcome to the bakery!</p>'}<p>Today: chocolate chip.</p>`);
});
export default app;
