// Caught by: edited-cookies
// Misconception: cookie-says-who
// Every session on the server has its number.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser(), express.urlencoded());
const going = new Map<string, string>();
let last = 1000;

app.get('/', (req, res) => void res.send(going.has(req.cookies.sid) ? `Logged in: ${going.get(req.cookies.sid)}.` : 'Nobody is logged in.'));
app.post('/login', (req, res) => {
  going.set(String(++last), req.body.customer);
  res.cookie('sid', String(last), { httpOnly: true }).redirect(303, '/');
});
app.post('/logout', (req, res) => {
  going.delete(req.cookies.sid);
  res.clearCookie('sid').redirect(303, '/');
});
app.post('/logout-everywhere', (req, res) => {
  const who = going.get(req.cookies.sid);
  for (const [id, customer] of going) if (customer === who) going.delete(id);
  res.clearCookie('sid').redirect(303, '/');
});
export default app;
