// Caught by: forgets-the-place
// Misconception: cleared-another-path
// The name is the same, so it should be the same cookie.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.use(express.urlencoded());
app.use((req, res, next) => {
  res.cookie('last_page', req.path);
  next();
});

app.get('/prefs', (req, res) => {
  const place = req.cookies.place;
  res.send(place ? `Deliver to: ${place}` : 'No place yet.');
});
app.post('/prefs', (req, res) => {
  res.cookie('place', req.body.place, { maxAge: 30 * 864e5, path: '/prefs' });
  res.redirect(303, '/prefs');
});
app.delete('/prefs', (req, res) => {
  res.clearCookie('place');
  res.sendStatus(204);
});

export default app;
