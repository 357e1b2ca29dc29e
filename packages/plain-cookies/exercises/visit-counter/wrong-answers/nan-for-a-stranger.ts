// Caught by: counts-one-two-three, each-their-own, starts-again-at-nonsense, starts-again-at-odd-nonsense
// Misconception: nan-for-a-stranger
// Tried only in a browser that had the cookie already.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const visits = Number(req.cookies.visits) + 1;
  res.cookie('visits', String(visits)).send(`<h1>Bakery</h1><p>Visits: ${visits}</p>`);
});
export default app;
