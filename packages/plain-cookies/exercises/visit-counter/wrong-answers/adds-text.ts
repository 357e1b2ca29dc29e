// Caught by: counts-one-two-three, each-their-own, starts-again-at-nonsense, starts-again-at-odd-nonsense
// Misconception: adds-text
// The 1 in the browser tools looks like a number.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const visits = req.cookies.visits ? req.cookies.visits + 1 : 1;
  res.cookie('visits', String(visits)).send(`<h1>Bakery</h1><p>Visits: ${visits}</p>`);
});
export default app;
