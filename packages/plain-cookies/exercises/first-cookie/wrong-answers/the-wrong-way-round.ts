// Caught by: banner-only-once, each-visitor-for-themselves, lasts-a-year, survives-a-restart
// Misconception: banner-for-nobody
// The condition is turned round: the banner shows when the cookie is there.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const seen = req.cookies.seen;
  if (!seen) res.cookie('seen', 'yes', { maxAge: 365 * 24 * 60 * 60 * 1000 });
  res.send(`<h1>Bakery</h1>${seen ? '<p>Welcome to the bakery!</p>' : ''}<p>Today: chocolate chip.</p>`);
});
export default app;
