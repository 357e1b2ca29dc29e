// Caught by: lasts-a-year
// Misconception: max-age-in-seconds
// Max-Age counts seconds, and so does Flask's max_age: why should Express be different?
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const seen = req.cookies.seen;
  if (!seen) res.cookie('seen', 'yes', { maxAge: 365 * 24 * 60 * 60 });
  res.send(`<h1>Bakery</h1>${seen ? '' : '<p>Welcome to the bakery!</p>'}<p>Today: chocolate chip.</p>`);
});
export default app;
