import { randomBytes, randomInt, randomUUID } from 'node:crypto';

import cookieSession from 'cookie-session';
import express, { type Request } from 'express';

interface Game {
  readonly number: number;
  left: number;
}

/** The number stays here, where nobody can read it, and so do the guesses, where nobody can put back older ones. */
const games = new Map<string, Game>();

const app = express();
app.use(express.urlencoded());
app.use(cookieSession({ keys: [randomBytes(32).toString('base64url')], httpOnly: true, sameSite: 'lax' }));

/** What is assigned here goes into the cookie. */
const sessionOf = (req: Request): { gameId?: string } => req.session as { gameId?: string };
const gameOf = (req: Request): Game | undefined => games.get(sessionOf(req).gameId ?? '');

app.get('/', (req, res) => {
  const left = gameOf(req)?.left;
  res.send(`<p>${left === undefined ? 'No game' : `Guesses left: ${left}`}</p>
<form method="post" action="/games"><button>New game</button></form>
<form method="post" action="/guess"><input name="number"><button>Guess</button></form>`);
});

app.post('/games', (req, res) => {
  // An id that was drawn says nothing about the number, and is another one for every game.
  const gameId = randomUUID();
  games.set(gameId, { number: randomInt(1, 51), left: 6 });
  sessionOf(req).gameId = gameId;
  res.redirect(303, '/');
});

app.post('/guess', (req, res) => {
  const game = gameOf(req);
  if (game === undefined || game.left === 0) return void res.status(403).send('No game, or it is over.');
  const number = Number(req.body?.number);
  const isRight = number === game.number;
  game.left = isRight ? 0 : game.left - 1;
  res.send(isRight ? 'You win!' : number < game.number ? 'Too low.' : 'Too high.');
});

export default app;
