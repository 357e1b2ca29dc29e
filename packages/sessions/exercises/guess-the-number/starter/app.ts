// A guessing game. Its cookie is signed, so nobody can change it, and everything about a game is kept in there.
// What must not be kept there: packages/sessions/lesson-text/what-to-keep-out.md

import { randomBytes, randomInt } from 'node:crypto';

import cookieSession from 'cookie-session';
import express, { type Request } from 'express';

interface Game {
  number: number;
  left: number;
}

const app = express();
app.use(express.urlencoded());
app.use(cookieSession({ keys: [randomBytes(32).toString('base64url')], httpOnly: true, sameSite: 'lax' }));

/** What is assigned here goes into the cookie. */
const sessionOf = (req: Request): { game?: Game } => req.session as { game?: Game };

app.get('/', (req, res) => {
  const left = sessionOf(req).game?.left;
  res.send(`<p>${left === undefined ? 'No game' : `Guesses left: ${left}`}</p>
<form method="post" action="/games"><button>New game</button></form>
<form method="post" action="/guess"><input name="number"><button>Guess</button></form>`);
});

app.post('/games', (req, res) => {
  // TODO: who can read this, and who can put back an older one?
  sessionOf(req).game = { number: randomInt(1, 51), left: 6 };
  res.redirect(303, '/');
});

app.post('/guess', (req, res) => {
  const { game } = sessionOf(req);
  if (game === undefined || game.left === 0) return void res.status(403).send('No game, or it is over.');
  const number = Number(req.body?.number);
  const isRight = number === game.number;
  // TODO: where must the guesses be counted?
  sessionOf(req).game = { ...game, left: isRight ? 0 : game.left - 1 };
  res.send(isRight ? 'You win!' : number < game.number ? 'Too low.' : 'Too high.');
});

export default app;
