// Caught by: lasts-a-year
// Misconception: no-lifetime
// It works in the browser as long as one doesn't close it.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const seen = req.cookies.seen;
  if (!seen) res.cookie('seen', 'yes');
  res.send(`<h1>Bakery</h1>${seen ? '' : '<p>Welcome to the bakery!</p>'}<p>Today: chocolate chip.</p>`);
});
export default app;
