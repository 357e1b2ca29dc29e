// No session library: a drawn id in a plain cookie, and a game that ends by being forgotten.
import { randomBytes, randomInt } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

class Game {
  private readonly number = randomInt(50) + 1;
  private guesses = 0;
  get isOver() {
    return this.guesses >= 6;
  }
  guess(number: number): string {
    this.guesses++;
    if (number === this.number) {
      this.guesses = Infinity;
      return 'You win';
    }
    return number < this.number ? 'Too low' : 'Too high';
  }
}
const games = new Map<string, Game>();

export const app = express().use(cookieParser(), express.urlencoded({ extended: false }));
app.get('/', (_req, res) => void res.json({ play: ['POST /games', 'POST /guess'] }));
app.post('/games', (req, res) => {
  games.delete(req.cookies.game);
  const id = randomBytes(16).toString('hex');
  games.set(id, new Game());
  res.cookie('game', id, { httpOnly: true, sameSite: 'strict' }).status(201).json({});
});
app.post('/guess', (req, res) => {
  const game = games.get(req.cookies.game);
  if (!game) return void res.status(404).json({ error: 'no game' });
  const answer = game.guess(+req.body.number);
  if (game.isOver) games.delete(req.cookies.game);
  res.json({ answer });
});
