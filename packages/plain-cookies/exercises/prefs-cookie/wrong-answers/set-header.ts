// Caught by: keeps-the-shops-cookie
// Misconception: replaced-the-others
// setHeader sets a header: what else should it be for?
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
  res.setHeader('Set-Cookie', `place=${encodeURIComponent(req.body.place)}; Max-Age=${30 * 24 * 3600}; Path=/`);
  res.redirect(303, '/prefs');
});
app.delete('/prefs', (req, res) => {
  res.clearCookie('place');
  res.sendStatus(204);
});

export default app;
