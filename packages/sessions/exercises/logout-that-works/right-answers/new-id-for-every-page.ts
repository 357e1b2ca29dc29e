// Every page gets a new id, so a copy is stale at the next click; families of ids end together.
import { randomBytes } from 'node:crypto';

import express, { type Request, type Response } from 'express';

interface Family {
  readonly owner: string;
  id: string;
}
let families: Family[] = [];

function fresh(res: Response, family: Family): void {
  family.id = randomBytes(20).toString('hex');
  res.set('Set-Cookie', `ticket=${family.id}; Path=/; HttpOnly; SameSite=Lax`);
}
function familyOf({ headers: { cookie = '' } }: Request): Family | undefined {
  const ticket = new Map(cookie.split(';').map((pair) => pair.trim().split('=') as [string, string])).get('ticket');
  return families.find(({ id }) => id === ticket);
}

const app = express();
app.use(express.urlencoded({ extended: false }));
app.get('/', (req, res) => {
  const family = familyOf(req);
  if (!family) return void res.status(403).send('<h1>Nobody is logged in</h1>');
  fresh(res, family);
  res.send(`<h1>Logged in: <em>${family.owner}</em></h1>`);
});
app.post('/login', (req, res) => {
  const family = { owner: String(req.body.customer), id: '' };
  families.push(family);
  fresh(res, family);
  res.send('Come in.');
});
app.get(['/logout', '/logout-everywhere'], (_req, res) => void res.send('<form method="post"><button>Really?</button></form>'));
for (const [path, ends] of [
  ['/logout', (mine: Family, one: Family) => one === mine],
  ['/logout-everywhere', (mine: Family, one: Family) => one.owner === mine.owner],
] as const) {
  app.post(path, (req, res) => {
    const mine = familyOf(req);
    if (mine) families = families.filter((one) => !ends(mine, one));
    res.set('Clear-Site-Data', '"cookies"').set('Set-Cookie', 'ticket=gone; Path=/; Max-Age=0');
    res.send(mine ? 'Bye.' : 'Who are you?');
  });
}
export { app };
