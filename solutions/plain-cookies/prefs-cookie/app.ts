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

const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000;

/** The place is whatever somebody typed: as text into the page, never as markup. */
function asText(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

app.get('/prefs', (req, res) => {
  // A cookie that begins with j: arrives as an object; only text is a place.
  const place: unknown = req.cookies.place;
  const known = typeof place === 'string' && place !== '' ? `Deliver to: ${asText(place)}` : 'No place yet.';
  res.send(
    `<p>${known}</p><form method="post"><input name="place"><button>Remember it</button></form>
    <button onclick="fetch('/prefs', { method: 'DELETE' }).then(() => location.reload())">Forget it</button>`,
  );
});

app.post('/prefs', (req, res) => {
  // res.cookie encodes what a cookie can't hold, and cookie-parser decodes it.
  res.cookie('place', String(req.body?.place ?? ''), { maxAge: thirtyDaysMs });
  res.redirect(303, '/prefs');
});

app.delete('/prefs', (_req, res) => {
  // Same name and same path (both /) as when it was set.
  res.clearCookie('place');
  res.status(204).end();
});

export default app;
