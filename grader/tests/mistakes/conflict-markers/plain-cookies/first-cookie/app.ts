import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());

app.get('/', (req, res) => {
  const isFirstVisit = req.cookies.seen === undefined;
<<<<<<< HEAD
  if (isFirstVisit) res.cookie('seen', '1', { maxAge: 365 * 24 * 60 * 60 * 1000 });
=======
  if (isFirstVisit) res.cookie('seen', 'yes');
>>>>>>> school
  const banner = isFirstVisit ? '<p class="banner">Welcome to the bakery!</p>' : '';
  res.send(`<h1>Bakery</h1>${banner}<p>Today: chocolate chip.</p>`);
});

export default app;
