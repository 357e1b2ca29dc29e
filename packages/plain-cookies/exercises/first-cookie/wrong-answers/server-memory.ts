// Caught by: each-visitor-for-themselves, lasts-a-year, survives-a-restart
// Misconception: memory-of-the-server
// Tried with one browser, a variable does all that is asked.
import express from 'express';

const app = express();
let seen = false;
app.get('/', (req, res) => {
  const banner = seen ? '' : '<p>Welcome to the bakery!</p>';
  seen = true;
  res.send(`<h1>Bakery</h1>${banner}<p>Today: chocolate chip.</p>`);
});
export default app;
