// Caught by: remembers-the-place, any-text, forgets-the-place, keeps-the-shops-cookie, strangers-and-changes
// Misconception: split-at-every-equals
// The browser's tools showed one cookie, so the header was taken to hold one pair.
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
  const place = (req.headers.cookie ?? '').split('=')[1]?.startsWith('%2F') ? '' : (req.headers.cookie ?? '').split('=')[1];
  res.send(place ? `Deliver to: ${place}` : 'No place yet.');
});
app.post('/prefs', (req, res) => {
  res.cookie('place', req.body.place, { maxAge: 30 * 864e5 });
  res.redirect(303, '/prefs');
});
app.delete('/prefs', (req, res) => {
  res.clearCookie('place');
  res.sendStatus(204);
});

export default app;
