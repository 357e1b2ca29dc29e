import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  // A cookie is what the visitor says: only digits count, and only up to a limit.
  const told: unknown = req.cookies.visits;
  const before = typeof told === 'string' && /^[0-9]{1,7}$/.test(told) ? Number(told) : 0;
  const visits = before <= 1000000 ? before + 1 : 1;
  res.cookie('visits', String(visits)).send(`<h1>Bakery</h1><p>Visits: ${visits}</p>`);
});
export default app;
