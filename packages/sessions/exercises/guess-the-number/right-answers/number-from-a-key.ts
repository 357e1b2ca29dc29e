// The server remembers only counts: the number is computed from the id of the game and a key, so the id alone tells nothing.
import { createHmac, randomBytes } from 'node:crypto';

import express, { type Request } from 'express';
import { flaskSession, sessionState } from 'flask-session-cookie';

const [numberKey, cookieKey] = [randomBytes(32), randomBytes(32).toString('hex')];
const counts: Record<string, number> = Object.create(null);
let begun = 0;

const numberOf = (id: string) => (createHmac('sha256', numberKey).update(id).digest().readUIntBE(0, 6) % 50) + 1;
const idOf = (req: Request) => String((req as unknown as { session: { game?: number } }).session.game ?? '');

export function createApp() {
  const app = express();
  app.use(express.urlencoded({ extended: true }), flaskSession({ secretKey: cookieKey }));
  app.get('/', (req, res) => void res.send(`<b>Guesses left: ${6 - (counts[idOf(req)] ?? 6)}</b>`));
  app.post('/games', (req, res) => {
    sessionState(req).clear();
    (req as unknown as { session: { game?: number } }).session.game = ++begun;
    counts[begun] = 0;
    res.redirect(302, '/');
  });
  app.post('/guess', (req, res) => {
    const id = idOf(req);
    if ((counts[id] ?? 6) >= 6) return void res.status(400).send('Begin a game.');
    counts[id]!++;
    const [guess, number] = [Number(req.body.number), numberOf(id)];
    if (guess !== number) return void res.send(guess > number ? 'Too high' : 'Too low');
    counts[id] = 6;
    res.send('You win');
  });
  return app;
}
