import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());


app.get('/', (req, res) => {
  const isFirstVisit = req.cookies.seen === undefined;
  if (isFirstVisit) res.cookie('seen', '1', { maxAge: 365 * 24 * 60 * 60 * 1000 });
  res.send(`<h1>Bakery</h1>${bannerFor(isFirstVisit)}<p>Today: chocolate chip.</p>`);
});

async function bannerFor(isFirstVisit: boolean): Promise<string> {
  return isFirstVisit ? '<p class="banner">Welcome to the bakery!</p>' : '';
}

export default app;
