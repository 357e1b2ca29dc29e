// The bakery's page. It says how often you've been here, and is wrong.
// Text into numbers: packages/plain-cookies/lesson-text/express-in-ten-minutes.md#numbers-from-text

import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());

app.get('/', (req, res) => {
  // TODO: count this visitor's visits in a cookie; start again at 1 if its value makes no sense.
  const visits = 0;
  res.send(`<h1>Bakery</h1><p>Visits: ${visits}</p>`);
});

export default app;
