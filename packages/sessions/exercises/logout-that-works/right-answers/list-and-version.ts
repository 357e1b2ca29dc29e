// The session stays in cookie-session's cookie; the server keeps what is over: ids until they expire, and a version for each customer.
import { randomUUID, randomBytes } from 'node:crypto';

import cookieSession from 'cookie-session';
import express from 'express';

interface Data {
  id: string;
  customer: string;
  version: number;
  until: number;
}
const lifeMs = 8 * 60 * 60 * 1000;
const over = new Map<string, number>();
const versions: Record<string, number> = Object.create(null);

export const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(
  cookieSession({ name: 's', keys: [randomBytes(32).toString('hex')], httpOnly: true, sameSite: 'strict', maxAge: lifeMs }),
);

function current(req: express.Request): Data | undefined {
  const data = req.session as unknown as Data;
  if (!data.id || Date.now() > data.until || over.has(data.id)) return undefined;
  return data.version === (versions[data.customer] ?? 1) ? data : undefined;
}
const forget = (req: express.Request): void => void ((req as { session: unknown }).session = null);

app.get('/', (req, res) => {
  const data = current(req);
  if (!data) return void res.status(401).json({ message: 'Nobody is logged in' });
  res.json({ message: `Logged in: ${data.customer}` });
});
app.post('/login', (req, res) => {
  const { customer } = req.body as { customer: string };
  Object.assign(req.session as object, {
    id: randomUUID(),
    customer,
    version: versions[customer] ?? 1,
    until: Date.now() + lifeMs,
  });
  res.json({ message: 'Welcome' });
});
app.post('/logout', (req, res) => {
  const data = current(req);
  for (const [id, until] of over) if (until < Date.now()) over.delete(id);
  if (data) over.set(data.id, data.until);
  forget(req);
  res.status(204).end();
});
app.post('/logout-everywhere', (req, res) => {
  const data = current(req);
  if (!data) return void res.status(401).json({ message: 'Nobody is logged in' });
  versions[data.customer] = data.version + 1;
  forget(req);
  res.status(204).end();
});
