// Caught by: any-text
// Misconception: split-at-every-equals
// With one cookie and a simple value, it works.
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
  const place = decodeURIComponent((req.headers.cookie ?? '').split('; ').find((pair) => pair.startsWith('place='))?.split('=')[1] ?? '');
  res.send(place ? `Deliver to: ${place}` : 'No place yet.');
});
app.post('/prefs', (req, res) => {
  res.append('Set-Cookie', `place=${encodeURIComponent(req.body.place).replaceAll('%3D', '=')}; Max-Age=${30 * 24 * 3600}; Path=/`);
  res.redirect(303, '/prefs');
});
app.delete('/prefs', (req, res) => {
  res.clearCookie('place');
  res.sendStatus(204);
});

export default app;
