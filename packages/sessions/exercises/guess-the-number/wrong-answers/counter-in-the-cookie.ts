// Caught by: six-guesses, over-is-over, cookies-of-two-games
// Misconception: counted-in-the-cookie
// The number had to go to the server; how many guesses are left is no secret, so it stayed.
import { randomBytes, randomInt, randomUUID } from 'node:crypto';

import cookieSession from 'cookie-session';
import express, { type Request } from 'express';

interface Game {
  readonly number: number;
}

const games = new Map<string, Game>();

const app = express();
app.use(express.urlencoded());
app.use(cookieSession({ keys: [randomBytes(32).toString('base64url')], httpOnly: true, sameSite: 'lax' }));

const sessionOf = (req: Request): { gameId?: string; left?: number } => req.session as { gameId?: string; left?: number };
const gameOf = (req: Request): Game | undefined => games.get(sessionOf(req).gameId ?? '');

app.get('/', (req, res) => {
  const left = sessionOf(req).left;
  res.send(`<p>${left === undefined ? 'No game' : `Guesses left: ${left}`}</p>
<form method="post" action="/games"><button>New game</button></form>
<form method="post" action="/guess"><input name="number"><button>Guess</button></form>`);
});

app.post('/games', (req, res) => {
  const gameId = randomUUID();
  games.set(gameId, { number: randomInt(1, 51) });
  sessionOf(req).gameId = gameId;
  sessionOf(req).left = 6;
  res.redirect(303, '/');
});

app.post('/guess', (req, res) => {
  const game = gameOf(req);
  const { left = 0 } = sessionOf(req);
  if (game === undefined || left === 0) return void res.status(403).send('No game, or it is over.');
  const number = Number(req.body?.number);
  const isRight = number === game.number;
  sessionOf(req).left = isRight ? 0 : left - 1;
  res.send(isRight ? 'You win!' : number < game.number ? 'Too low.' : 'Too high.');
});

export default app;
