import cookieParser from 'cookie-parser';
import express from 'express';
import { z } from 'zod';

const app = express();
app.use(cookieParser());
const count = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().max(1_000_000)).catch(0);
app.get('/', (req, res) => {
  const visits = count.parse(req.cookies.visits) + 1;
  res.cookie('visits', String(visits)).json({ message: `Visits: ${visits} so far` });
});
export default app;
