// Caught by: cookies-of-two-games
// Misconception: counted-in-the-cookie
// The count is on the server, for each visitor; that it is the count of another game was not thought of.
import { createCipheriv, createDecipheriv, randomBytes, randomInt, randomUUID } from 'node:crypto';

import cookieSession from 'cookie-session';
import express, { type Request } from 'express';

interface Visitor {
  left: number;
}

const visitors = new Map<string, Visitor>();

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
const sessionOf = (req: Request): { id?: string; game?: string } => req.session as { id?: string; game?: string };
const visitorOf = (req: Request): Visitor | undefined => visitors.get(sessionOf(req).id ?? '');

app.get('/', (req, res) => {
  const left = visitorOf(req)?.left;
  res.send(`<p>${left === undefined ? 'No game' : `Guesses left: ${left}`}</p>
<form method="post" action="/games"><button>New game</button></form>
<form method="post" action="/guess"><input name="number"><button>Guess</button></form>`);
});

app.post('/games', (req, res) => {
  const id = sessionOf(req).id ?? randomUUID();
  visitors.set(id, { left: 6 });
  sessionOf(req).id = id;
  sessionOf(req).game = seal(String(randomInt(1, 51)));
  res.redirect(303, '/');
});

app.post('/guess', (req, res) => {
  const visitor = visitorOf(req);
  const { game } = sessionOf(req);
  if (visitor === undefined || game === undefined || visitor.left === 0) return void res.status(403).send('No game, or it is over.');
  const number = Number(req.body?.number);
  const isRight = number === Number(unseal(game));
  visitor.left = isRight ? 0 : visitor.left - 1;
  res.send(isRight ? 'You win!' : number < Number(unseal(game)) ? 'Too low.' : 'Too high.');
});

export default app;
