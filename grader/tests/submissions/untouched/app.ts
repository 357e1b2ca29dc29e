// The bakery's page. Everybody sees the banner, every time.
// How cookies are set and read: packages/plain-cookies/lesson-text/set-and-read.md

import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());

app.get('/', (req, res) => {
  // TODO: show the banner on a visitor's first visit only, and remember it with a cookie that lives for a year.
  const banner = '<p class="banner">Welcome to the bakery!</p>';
  res.send(`<h1>Bakery</h1>${banner}<p>Today: chocolate chip.</p>`);
});

export default app;
