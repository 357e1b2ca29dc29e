// Caught by: remembers-the-place, lives-30-days, forgets-the-place, strangers-and-changes
// Misconception: memory-of-the-server
// Tried with one browser, a variable remembers just as well.
import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());
app.use(express.urlencoded());
app.use((req, res, next) => {
  res.cookie('last_page', req.path);
  next();
});
let remembered = '';
app.get('/prefs', (req, res) => {
  const place = remembered;
  res.send(place ? `Deliver to: ${place}` : 'No place yet.');
});
app.post('/prefs', (req, res) => {
  remembered = req.body.place;
  res.redirect(303, '/prefs');
});
app.delete('/prefs', (req, res) => {
  remembered = '';
  res.sendStatus(204);
});

export default app;
