// Caught by: starts-again-at-nonsense, starts-again-at-odd-nonsense
// Misconception: trusts-any-number
// The test for NaN seemed to be all that can go wrong.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const before = Number(req.cookies.visits ?? 0);
  const visits = Number.isNaN(before) ? 1 : before + 1;
  res.cookie('visits', String(visits)).send(`<h1>Bakery</h1><p>Visits: ${visits}</p>`);
});
export default app;
