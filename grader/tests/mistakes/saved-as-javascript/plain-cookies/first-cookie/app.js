import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());

// Express counts milliseconds; the Max-Age it sends counts seconds.
const oneYearMs = 365 * 24 * 60 * 60 * 1000;

app.get('/', (req, res) => {
  // Only whether the cookie is there matters: its value decides nothing.
  const isFirstVisit = req.cookies.seen === undefined;
  if (isFirstVisit) res.cookie('seen', '1', { maxAge: oneYearMs });
  const banner = isFirstVisit ? '<p class="banner">Welcome to the bakery!</p>' : '';
  res.send(`<h1>Bakery</h1>${banner}<p>Today: chocolate chip.</p>`);
});

export default app;
