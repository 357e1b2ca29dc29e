// The headers by hand, a lookup of cookies by hand, Expires in the past for deletion.
import { randomUUID } from 'node:crypto';

import express, { type Request, type Response } from 'express';

const app = express();
app.enable('trust proxy');
app.use(express.urlencoded({ extended: true }));
const sessions: Record<string, string> = Object.create(null);
const sid = (req: Request) => /(?:^|; )__Secure-sid=([0-9a-f-]+)/.exec(req.get('cookie') ?? '')?.[1] ?? '';
const set = (res: Response, line: string) => res.append('Set-Cookie', line);
const guard = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const past = 'Expires=Thu, 01 Jan 1970 00:00:00 GMT';

app.post('/login', (req, res) => {
  const id = randomUUID();
  sessions[id] = req.body.user;
  set(res, `__Secure-sid=${id}; ${guard}`);
  if (req.body.remember === 'on') set(res, `__Host-remember=${randomUUID()}; ${guard}; Max-Age=${30 * 86400}`);
  res.send('Welcome.');
});
app.get('/me', (req, res) => void res.send(`<p>Hello, <b>${sessions[sid(req)] ?? 'stranger'}</b></p>`));
app.post('/logout', (req, res) => {
  delete sessions[sid(req)];
  set(res, `__Secure-sid=; ${guard}; ${past}`);
  set(res, `__Host-remember=; ${guard}; ${past}`);
  res.status(204).end();
});
app.post('/theme', (req, res) => {
  set(res, `theme=${encodeURIComponent(req.body.theme)}; Path=/; Max-Age=31536000; SameSite=Strict; Secure`);
  res.json({ ok: true });
});
app.post('/theme/reset', (_req, res) => {
  set(res, 'theme=; Path=/; Max-Age=0; SameSite=Strict; Secure');
  res.json({ ok: true });
});
app.get('/widget', (_req, res) => {
  set(res, 'widget=1; Path=/; Secure; HttpOnly; SameSite=None; Partitioned');
  res.send('Widget');
});
app.get('/connection', ({ protocol }, res) => void res.send(protocol === 'https' ? 'secure' : 'plain'));
app.listen(8080);
