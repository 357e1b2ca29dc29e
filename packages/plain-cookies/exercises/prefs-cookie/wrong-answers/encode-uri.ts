// Caught by: any-text
// Misconception: semicolon-ends-the-value
// encodeURI encodes what is dangerous, as its name says.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.use(express.urlencoded());

// The shop's own cookie. Leave it as it is.
app.use((req, res, next) => {
  res.cookie('last_page', req.path);
  next();
});

app.get('/prefs', (req, res) => {
  const kept = req.cookies.place;
  res.type('text/plain').send(typeof kept === 'string' && kept.startsWith('at:') ? kept.slice(3) : 'No place yet.');
});

app.post('/prefs', (req, res) => {
  const place = encodeURI(`at:${req.body.place}`);
  res.append('Set-Cookie', `place=${place}; Max-Age=${30 * 24 * 60 * 60}; Path=/`);
  res.redirect(303, '/prefs');
});

app.delete('/prefs', (_req, res) => {
  res.clearCookie('place');
  res.status(204).end();
});

export default app;
