// The bakery's delivery page. It knows no place and remembers none.
// Setting, reading and deleting: packages/plain-cookies/lesson-text/set-and-read.md and lifetime-and-deletion.md

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

app.get('/prefs', (_req, res) => {
  // TODO: show the customer's place, if there is one.
  res.send(
    `<p>No place yet.</p><form method="post"><input name="place"><button>Remember it</button></form>
    <button onclick="fetch('/prefs', { method: 'DELETE' }).then(() => location.reload())">Forget it</button>`,
  );
});

app.post('/prefs', (_req, res) => {
  // TODO: remember req.body.place for 30 days.
  res.redirect(303, '/prefs');
});

app.delete('/prefs', (_req, res) => {
  // TODO: forget it.
  res.status(204).end();
});

export default app;
