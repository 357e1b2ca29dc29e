// express-session keeps everything on the server. The answer is shown after a redirect.
import { randomBytes, randomInt } from 'node:crypto';

import express, { type Request } from 'express';
import session from 'express-session';

interface Play {
  number?: number;
  tried?: number[];
  said?: string;
}
const app = express();
app.use(express.urlencoded());
app.use(session({ secret: randomBytes(32).toString('hex'), resave: false, saveUninitialized: false }));
const play = (req: Request): Play => req.session as unknown as Play;

app.get('/', (req, res) => {
  const { tried = [], said = '' } = play(req);
  res.send(`<h1>${said}</h1><p>You have guessed ${tried.length} of 6 times: ${tried.join(', ')}</p>`);
});
app.post('/games', (req, res) => {
  Object.assign(req.session, { number: randomInt(1, 51), tried: [], said: '' });
  res.redirect('/');
});
app.post('/guess', (req, res) => {
  const now = play(req);
  if (now.number === undefined || now.tried === undefined || now.tried.length >= 6) return void res.sendStatus(409);
  const guess = parseInt(req.body.number, 10);
  now.tried.push(guess);
  now.said = guess === now.number ? 'You win' : guess > now.number ? 'Too high' : 'Too low';
  if (now.said === 'You win') delete now.number;
  res.redirect('/');
});
export default app;
