import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());

app.get('/', (req, res) => {
  const isFirstVisit = req.cookies.seen === undefined;
  if (isFirstVisit) res.cookie('seen', '1', { maxAge: 365 * 24 * 60 * 60 * 1000 });
  const banner = isFirstVisit ? '<p class="banner">Welcome to the bakery!</p>' : '';
  if (isFirstVisit) res.send(`<h1>Bakery</h1>${banner}<p>Today: chocolate chip.</p>`);
});

export default app;
