// Caught by: starts-again-at-nonsense, starts-again-at-odd-nonsense
// Misconception: reads-the-front
// parseInt gives a number, and the number was tested.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const before = parseInt(req.cookies.visits, 10);
  const visits = before >= 1 && before <= 1000000 ? before + 1 : 1;
  res.cookie('visits', String(visits)).send(`<h1>Bakery</h1><p>Visits: ${visits}</p>`);
});
export default app;
