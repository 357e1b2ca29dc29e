// Caught by: starts-again-at-nonsense, starts-again-at-odd-nonsense
// Misconception: breaks-on-nonsense
// Input that is invalid gets status 400, as in any API.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const before = Number(req.cookies.visits || (req.cookies.visits === undefined ? 0 : 'empty'));
  if (!(Number.isInteger(before) && before >= 0 && before <= 1000000)) return void res.status(400).send('Bad cookie');
  const visits = before + 1;
  res.cookie('visits', String(visits)).send(`<h1>Bakery</h1><p>Visits: ${visits}</p>`);
});
export default app;
