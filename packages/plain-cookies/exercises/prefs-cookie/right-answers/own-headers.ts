// No cookie-parser: both headers by hand, the value in base64url.
import express from 'express';

const app = express();
app.use(express.urlencoded());
app.use((req, res, next) => {
  res.cookie('last_page', req.path);
  next();
});

function readPlace(header = ''): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === 'p') return Buffer.from(pair.slice(at + 1).trim(), 'base64url').toString('utf8');
  }
  return null;
}

app.get('/prefs', (req, res) => {
  res.type('text/plain').send(readPlace(req.headers.cookie) ?? 'No place yet.');
});
app.post('/prefs', (req, res) => {
  res.append('Set-Cookie', `p=${Buffer.from(req.body.place).toString('base64url')}; max-age=2592000; path=/prefs; httponly`);
  res.status(200).send('Remembered.');
});
app.delete('/prefs', (_req, res) => {
  res.append('Set-Cookie', 'p=gone; max-age=0; path=/prefs');
  res.send('Forgotten.');
});

export default app;
