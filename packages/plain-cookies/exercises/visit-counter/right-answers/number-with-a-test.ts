import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const told = req.cookies.visits;
  const before = told === '' ? NaN : Number(told);
  const visits = typeof told === 'string' && Number.isInteger(before) && before >= 0 && before <= 1e6 ? before + 1 : 1;
  res.cookie('visits', String(visits)).send(`<h1>Bakery</h1><p>Visits: ${visits}</p>`);
});
export default app;
