// Caught by: starts-again-at-nonsense, starts-again-at-odd-nonsense
// Misconception: breaks-on-nonsense
// A wrong value is an error, and errors are thrown.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const before = Number(req.cookies.visits ?? 0);
  if (!(Number.isInteger(before) && before >= 0 && before <= 1000000)) throw new Error('bad cookie');
  const visits = before + 1;
  res.cookie('visits', String(visits)).send(`<h1>Bakery</h1><p>Visits: ${visits}</p>`);
});
export default app;
