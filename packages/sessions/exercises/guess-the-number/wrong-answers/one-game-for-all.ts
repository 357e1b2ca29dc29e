// Caught by: nothing-to-read, over-is-over
// Misconception: one-game-for-all
// On the server, nobody can read it: a variable is on the server.
import { randomBytes, randomInt } from 'node:crypto';

import cookieSession from 'cookie-session';
import express from 'express';

interface Game {
  readonly number: number;
  left: number;
}

let game: Game | undefined;

const app = express();
app.use(express.urlencoded());
app.use(cookieSession({ keys: [randomBytes(32).toString('base64url')], httpOnly: true, sameSite: 'lax' }));

app.get('/', (_req, res) => {
  const left = game?.left;
  res.send(`<p>${left === undefined ? 'No game' : `Guesses left: ${left}`}</p>
<form method="post" action="/games"><button>New game</button></form>
<form method="post" action="/guess"><input name="number"><button>Guess</button></form>`);
});

app.post('/games', (_req, res) => {
  game = { number: randomInt(1, 51), left: 6 };
  res.redirect(303, '/');
});

app.post('/guess', (req, res) => {
  if (game === undefined || game.left === 0) return void res.status(403).send('No game, or it is over.');
  const number = Number(req.body?.number);
  const isRight = number === game.number;
  game.left = isRight ? 0 : game.left - 1;
  res.send(isRight ? 'You win!' : number < game.number ? 'Too low.' : 'Too high.');
});

export default app;
