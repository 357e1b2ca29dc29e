// Caught by: banner-only-once, each-visitor-for-themselves, lasts-a-year, survives-a-restart
// Misconception: cookie-instead-of-cookies
// res.cookie sets one, so req.cookie should read one.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req: any, res) => {
  const seen = req.cookie?.seen;
  if (!seen) res.cookie('seen', 'yes', { maxAge: 365 * 24 * 60 * 60 * 1000 });
  res.send(`<h1>Bakery</h1>${seen ? '' : '<p>Welcome to the bakery!</p>'}<p>Today: chocolate chip.</p>`);
});
export default app;
