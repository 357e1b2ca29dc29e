import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
const days: number = '365' as any as string;
app.get('/', (req, res) => {
  const first = req.cookies.seen === undefined;
  if (first) res.cookie('seen', '1', { maxAge: (days as number) * 864e5 });
  res.send(`${first ? 'Welcome to the bakery! ' : ''}Today: chocolate chip.`);
});
export default app;
