// Caught by: over-is-over
// Misconception: over-in-the-browser-only
// The browser is told that the game is over, and has no game any more; the server keeps it for the next time.
import { randomBytes, randomInt, randomUUID } from 'node:crypto';

import cookieSession from 'cookie-session';
import express, { type Request } from 'express';

interface Game {
  readonly number: number;
  left: number;
}

const games = new Map<string, Game>();

const app = express();
app.use(express.urlencoded());
app.use(cookieSession({ keys: [randomBytes(32).toString('base64url')], httpOnly: true, sameSite: 'lax' }));

const sessionOf = (req: Request): { gameId?: string } => req.session as { gameId?: string };
const gameOf = (req: Request): Game | undefined => games.get(sessionOf(req).gameId ?? '');

app.get('/', (req, res) => {
  const left = gameOf(req)?.left;
  res.send(`<p>${left === undefined ? 'No game' : `Guesses left: ${left}`}</p>
<form method="post" action="/games"><button>New game</button></form>
<form method="post" action="/guess"><input name="number"><button>Guess</button></form>`);
});

app.post('/games', (req, res) => {
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
  game.left -= 1;
  if (isRight) delete sessionOf(req).gameId;
  res.send(isRight ? 'You win!' : number < game.number ? 'Too low.' : 'Too high.');
});

export default app;
