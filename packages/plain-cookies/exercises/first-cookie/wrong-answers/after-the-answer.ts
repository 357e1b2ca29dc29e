// Caught by: banner-only-once, each-visitor-for-themselves, lasts-a-year, survives-a-restart
// Misconception: set-after-the-answer
// First answer, then take notes: it reads like the natural order.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const seen = req.cookies.seen;
  res.send(`<h1>Bakery</h1>${seen ? '' : '<p>Welcome to the bakery!</p>'}<p>Today: chocolate chip.</p>`);
  try {
    if (!seen) res.cookie('seen', 'yes', { maxAge: 365 * 24 * 60 * 60 * 1000 });
  } catch (error) {
    console.error(error);
  }
});
export default app;
