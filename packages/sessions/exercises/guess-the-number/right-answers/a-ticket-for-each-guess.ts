// Every answer gives a new ticket, and the old one is torn up: nothing older can be put back at all.
import { randomInt, randomUUID } from 'node:crypto';

import express, { type Request, type Response } from 'express';

interface Game {
  number: number;
  left: number;
}
const tickets = new Map<string, Game>();

const torn = (req: Request): Game | undefined => {
  const ticket = /(?:^|; )ticket=([^;]*)/.exec(req.headers.cookie ?? '')?.[1] ?? '';
  const game = tickets.get(ticket);
  tickets.delete(ticket);
  return game;
};
const give = (res: Response, game: Game) => {
  const ticket = randomUUID();
  tickets.set(ticket, game);
  res.setHeader('Set-Cookie', `ticket=${ticket}; HttpOnly; Path=/; SameSite=Lax`);
};

const app = express().use(express.urlencoded({ extended: false }));
app.get('/', (_req, res) => void res.send('<form method=post action=/games><button>Play</button></form>'));
app.post('/games', (req, res) => {
  torn(req);
  give(res, { number: randomInt(1, 51), left: 6 });
  res.sendStatus(204);
});
app.post('/guess', (req, res) => {
  const game = torn(req);
  if (!game) return void res.status(403).send('Your ticket is not valid.');
  const guess = Number(req.body.number);
  game.left--;
  if (guess === game.number) res.clearCookie('ticket').send('<p>You win</p>');
  else {
    if (game.left > 0) give(res, game);
    res.send(`<p>Too ${guess < game.number ? 'low' : 'high'}</p>`);
  }
});
app.listen(process.env.PORT ?? 3000);
