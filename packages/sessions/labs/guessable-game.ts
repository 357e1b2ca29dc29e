// A guessing game, alone in its box, for whoever wants to cheat. GAME_SETUP (JSON, see GameSetup) says what its cookie holds; without
// it, the number, signed and readable. All state is this module's, fresh for every load.
//
//   POST /games             begins a game: a number from 1 to 50, six guesses
//   POST /guess  number=…   says "Too low", "Too high" or "You win"; 4xx where there is no game, or it is over

import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

export interface GameSetup {
  /** json: base64, and the signature in a second cookie, as cookie-session has it; flask: base64url, and time and signature behind dots; id and sealed give nothing away. */
  readonly holds: 'json' | 'flask' | 'id' | 'sealed';
  readonly cookieName: string;
  /** A cookie that has nothing to do with the game, and whether it is set first. */
  readonly otherCookie: { readonly name: string; readonly value: string; readonly first: boolean };
}

/** One POST /guess, as it arrived. */
export interface Tried {
  readonly number: number;
  readonly said: string;
  /** Without a cookie of the game, with one that the game has not written, or with one of its own. */
  readonly cookie: 'none' | 'changed' | 'own';
}

interface Game {
  readonly began: number;
  left: number;
  readonly number: number;
}

const setup: GameSetup = JSON.parse(
  process.env.GAME_SETUP ??
    JSON.stringify({
      holds: 'json',
      cookieName: 'session',
      otherCookie: { name: 'theme', value: 'light', first: true },
    } satisfies GameSetup),
) as GameSetup;

const key = randomBytes(32);
const games = new Map<string, Game>();
const numbers: number[] = [];
const tried: Tried[] = [];

const signature = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');

/** Cookie name to value, as this game's cookies hold it. */
function write(id: string, game: Game): readonly (readonly [string, string])[] {
  const name = setup.cookieName;
  const json = JSON.stringify({ began: game.began, left: game.left, number: game.number });
  switch (setup.holds) {
    case 'json': {
      const value = Buffer.from(json).toString('base64');
      return [
        [name, value],
        [`${name}.sig`, signature(`${name}=${value}`)],
      ];
    }
    case 'flask': {
      const text = `${Buffer.from(json).toString('base64url')}.${timestamp(game.began)}`;
      return [[name, `${text}.${signature(text)}`]];
    }
    case 'id':
      return [[name, id]];
    case 'sealed': {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(id, 'utf8'), cipher.final()]);
      return [[name, Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')]];
    }
  }
}

/** The game that these cookies belong to; null for what this game hasn't written. */
function read(cookies: Readonly<Record<string, unknown>>): { id: string; game: Game } | null {
  const given = cookies[setup.cookieName];
  const value = typeof given === 'string' ? given : '';
  switch (setup.holds) {
    case 'json': {
      if (cookies[`${setup.cookieName}.sig`] !== signature(`${setup.cookieName}=${value}`)) return null;
      return { id: '', game: JSON.parse(Buffer.from(value, 'base64').toString()) as Game };
    }
    case 'flask': {
      const end = value.lastIndexOf('.');
      if (end < 0 || value.slice(end + 1) !== signature(value.slice(0, end))) return null;
      return { id: '', game: JSON.parse(Buffer.from(value.split('.')[0] ?? '', 'base64url').toString()) as Game };
    }
    case 'id':
      return kept(value);
    case 'sealed':
      return kept(unsealed(value));
  }
}

function kept(id: string): { id: string; game: Game } | null {
  const game = games.get(id);
  return game === undefined ? null : { id, game };
}

function unsealed(value: string): string {
  const bytes = Buffer.from(value, 'base64url');
  if (bytes.length < 28) return '';
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    cipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString();
  } catch {
    return '';
  }
}

function timestamp(seconds: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(seconds);
  return bytes.toString('base64url');
}

function send(res: Response, id: string, game: Game): void {
  for (const [name, value] of write(id, game)) res.cookie(name, value, { httpOnly: true, sameSite: 'lax', encode: String });
}

const app = express();
app.use(cookieParser(), express.urlencoded(), express.json());

app.get('/', (_req, res) => void res.type('text').send('Guess my number, from 1 to 50. POST /games, POST /guess.'));

app.post('/games', (_req, res) => {
  const { name, value, first } = setup.otherCookie;
  const game: Game = { began: Math.floor(Date.now() / 1000), left: 6, number: randomInt(1, 51) };
  const id = randomBytes(16).toString('hex');
  if (setup.holds === 'id' || setup.holds === 'sealed') games.set(id, game);
  numbers.push(game.number);
  if (first) res.cookie(name, value);
  send(res, id, game);
  if (!first) res.cookie(name, value);
  res.status(201).type('text').send('Guesses left: 6');
});

app.post('/guess', (req: Request, res) => {
  const { number } = (req.body ?? {}) as { number?: unknown };
  const cookies = req.cookies as Readonly<Record<string, unknown>>;
  const found = read(cookies);
  const note = (said: string): void =>
    void tried.push({
      number: Number(number),
      said,
      cookie: found ? 'own' : cookies[setup.cookieName] === undefined ? 'none' : 'changed',
    });
  if (found === null || found.game.left === 0) {
    note('no game');
    return void res.status(403).type('text').send('No game.');
  }
  const { id, game } = found;
  const said = Number(number) === game.number ? 'You win' : Number(number) < game.number ? 'Too low' : 'Too high';
  note(said);
  game.left = said === 'You win' ? 0 : game.left - 1;
  send(res, id, game);
  res.type('text').send(`${said}. Guesses left: ${game.left}`);
});

export default app;

export interface Played {
  /** Of all games begun here, oldest first. */
  readonly numbers: readonly number[];
  readonly tried: readonly Tried[];
}

export const readPlayed = (): Played => ({ numbers: [...numbers], tried: [...tried] });
