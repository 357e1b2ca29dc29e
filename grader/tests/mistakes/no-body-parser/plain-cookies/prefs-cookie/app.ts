import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());


app.get('/prefs', (req, res) => {
  const place = String(req.cookies.place ?? '').replaceAll('<', '&lt;');
  res.send(place === '' ? '<p>No place yet.</p>' : `<p>Deliver to: ${place}</p>`);
});

app.post('/prefs', (req, res) => {
  res.cookie('place', req.body.place, { maxAge: 30 * 24 * 60 * 60 * 1000 });
  res.redirect(303, '/prefs');
});

app.delete('/prefs', (_req, res) => {
  res.clearCookie('place');
  res.status(204).end();
});

export default app;
