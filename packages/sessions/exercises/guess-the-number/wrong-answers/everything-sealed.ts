// Caught by: six-guesses, over-is-over, cookies-of-two-games
// Misconception: counted-in-the-cookie
// Encrypted with a fresh nonce, nobody can read or change it: what else could happen?
import { createCipheriv, createDecipheriv, randomBytes, randomInt } from 'node:crypto';

import cookieSession from 'cookie-session';
import express, { type Request } from 'express';

interface Game {
  number: number;
  left: number;
}

const app = express();
app.use(express.urlencoded());
app.use(cookieSession({ keys: [randomBytes(32).toString('base64url')], httpOnly: true, sameSite: 'lax' }));

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
const sessionOf = (req: Request): { sealed?: string } => req.session as { sealed?: string };
const gameOf = (req: Request): Game | undefined => {
  const { sealed } = sessionOf(req);
  return sealed === undefined ? undefined : (JSON.parse(unseal(sealed)) as Game);
};
const keep = (req: Request, game: Game) => void (sessionOf(req).sealed = seal(JSON.stringify(game)));

app.get('/', (req, res) => {
  const left = gameOf(req)?.left;
  res.send(`<p>${left === undefined ? 'No game' : `Guesses left: ${left}`}</p>
<form method="post" action="/games"><button>New game</button></form>
<form method="post" action="/guess"><input name="number"><button>Guess</button></form>`);
});

app.post('/games', (req, res) => {
  keep(req, { number: randomInt(1, 51), left: 6 });
  res.redirect(303, '/');
});

app.post('/guess', (req, res) => {
  const game = gameOf(req);
  if (game === undefined || game.left === 0) return void res.status(403).send('No game, or it is over.');
  const number = Number(req.body?.number);
  const isRight = number === game.number;
  keep(req, { ...game, left: isRight ? 0 : game.left - 1 });
  res.send(isRight ? 'You win!' : number < game.number ? 'Too low.' : 'Too high.');
});

export default app;
