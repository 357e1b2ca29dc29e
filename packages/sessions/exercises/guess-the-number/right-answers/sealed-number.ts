// The number travels in the cookie, encrypted with a fresh nonce each time; what must not be put back is counted on the server.
import { createCipheriv, createDecipheriv, randomBytes, randomInt, randomUUID } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request } from 'express';
import { z } from 'zod';

const key = randomBytes(32);
const guessesLeft = new Map<string, number>();
const sealedGame = z.object({ id: z.string(), number: z.number() });

function seal(value: unknown): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return [nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url')).join('.');
}

function unseal(sealed: unknown) {
  try {
    const [nonce, tag, text] = z.string().parse(sealed).split('.').map((part) => Buffer.from(part, 'base64url')); // prettier-ignore
    const cipher = createDecipheriv('aes-256-gcm', key, nonce!, { authTagLength: 16 }).setAuthTag(tag!);
    return sealedGame.parse(JSON.parse(Buffer.concat([cipher.update(text!), cipher.final()]).toString()));
  } catch {
    return null;
  }
}

const app = express();
app.use(cookieParser(), express.urlencoded());
const gameOf = (req: Request) => unseal(req.cookies.game);

app.get('/', (req, res) => {
  res.type('text').send(`Guesses left: ${guessesLeft.get(gameOf(req)?.id ?? '') ?? 0}`);
});
app.post('/games', (_req, res) => {
  const id = randomUUID();
  guessesLeft.set(id, 6);
  res.cookie('game', seal({ id, number: randomInt(1, 51) }), { httpOnly: true }).redirect(303, '/');
});
app.post('/guess', (req, res) => {
  const game = gameOf(req);
  const left = guessesLeft.get(game?.id ?? '') ?? 0;
  if (game === null || left === 0) return void res.status(410).send('No game.');
  const distance = Math.sign(Number(req.body.number) - game.number);
  guessesLeft.set(game.id, distance === 0 ? 0 : left - 1);
  res.send(['Too low', 'You win', 'Too high'][distance + 1]);
});
module.exports = app;
