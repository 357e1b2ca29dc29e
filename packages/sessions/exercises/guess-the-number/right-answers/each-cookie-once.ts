// Everything is in the cookie, sealed; the server remembers only which cookies have been played, and takes none of them twice.
import { createCipheriv, createDecipheriv, randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const key = randomBytes(32);
const played = new Set<string>();

function write(res: ServerResponse, number: number, left: number) {
  const nonce = randomBytes(12);
  const aes = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([aes.update(Uint8Array.of(number, left)), aes.final()]);
  res.setHeader('Set-Cookie', `g=${Buffer.concat([nonce, sealed, aes.getAuthTag()]).toString('hex')}; Path=/; HttpOnly`);
}

function read(req: IncomingMessage) {
  const [, hex = ''] = /(?:^|; )g=([0-9a-f]{60})(?:;|$)/.exec(req.headers.cookie ?? '') ?? [];
  if (hex === '' || played.has(hex)) return null;
  const bytes = Buffer.from(hex, 'hex');
  const aes = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(14));
  try {
    const [number, left] = Buffer.concat([aes.update(bytes.subarray(12, 14)), aes.final()]);
    return { hex, number: number!, left: left! };
  } catch {
    return null;
  }
}

createServer(async (req, res) => {
  let body = '';
  for await (const chunk of req) body += chunk;
  if (req.method === 'GET') return void res.end('POST /games, POST /guess');
  if (req.url === '/games') {
    write(res, randomInt(1, 51), 6);
    return void res.writeHead(303, { location: '/' }).end();
  }
  const game = read(req);
  if (!game || game.left === 0) return void res.writeHead(403).end('No game.');
  played.add(game.hex);
  const guess = Number(new URLSearchParams(body).get('number'));
  const isRight = guess === game.number;
  write(res, game.number, isRight ? 0 : game.left - 1);
  res.end(isRight ? 'You win' : guess < game.number ? 'Too low' : 'Too high');
}).listen(process.env.PORT);
