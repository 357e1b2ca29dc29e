// A program that starts its own server, as many tutorials do.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.use((req, res, next) => {
  res.locals.first = !req.cookies.v;
  if (res.locals.first) res.cookie('v', Date.now().toString(36), { expires: new Date(Date.now() + 1000 * 60 * 60 * 24 * 365) });
  next();
});
app.get('/', (_req, res) => {
  res.send((res.locals.first ? 'Welcome to the bakery! ' : '') + 'Today: chocolate chip.');
});
app.listen(3000);
