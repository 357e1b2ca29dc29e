// Caught by: each-their-own, starts-again-at-nonsense, starts-again-at-odd-nonsense
// Misconception: one-counter-for-all
// With one browser to try it, a variable counts as well as a cookie.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
let visits = 0;
app.get('/', (req, res) => {
  visits += 1;
  res.cookie('visits', String(visits)).send(`<p>Visits: ${visits}</p>`);
});
export default app;
