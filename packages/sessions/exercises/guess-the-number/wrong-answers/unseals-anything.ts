// Caught by: over-is-over
// Misconception: breaks-on-nonsense
// Only we write this cookie, so it can always be opened.
import { createCipheriv, createDecipheriv, randomBytes, randomInt, randomUUID } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request } from 'express';

interface Game {
  readonly number: number;
  left: number;
}

const games = new Map<string, Game>();

const app = express();
app.use(express.urlencoded());
app.use(cookieParser());

const key = randomBytes(32);
function seal(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}
function unseal(text: string): string {
  const bytes = Buffer.from(text, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 }).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString();
}
const gameOf = (req: Request): Game | undefined => (req.cookies.game ? games.get(unseal(req.cookies.game)) : undefined);

app.get('/', (req, res) => {
  const left = gameOf(req)?.left;
  res.send(`<p>${left === undefined ? 'No game' : `Guesses left: ${left}`}</p>
<form method="post" action="/games"><button>New game</button></form>
<form method="post" action="/guess"><input name="number"><button>Guess</button></form>`);
});

app.post('/games', (_req, res) => {
  const gameId = randomUUID();
  games.set(gameId, { number: randomInt(1, 51), left: 6 });
  res.cookie('game', seal(gameId), { httpOnly: true, sameSite: 'lax' });
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
