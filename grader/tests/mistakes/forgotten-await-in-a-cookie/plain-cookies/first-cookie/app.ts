import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());

app.get('/', (req, res) => {
  const isFirstVisit = req.cookies.seen !== 'yes';
  if (isFirstVisit) res.cookie('seen', newId(), { maxAge: 365 * 24 * 60 * 60 * 1000 });
  const banner = isFirstVisit ? '<p class="banner">Welcome to the bakery!</p>' : '';
  res.send(`<h1>Bakery</h1>${banner}<p>Today: chocolate chip.</p>`);
});

async function newId(): Promise<string> {
  return Promise.resolve('yes');
}

export default app;
