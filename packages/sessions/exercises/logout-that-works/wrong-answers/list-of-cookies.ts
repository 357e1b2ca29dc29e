// Caught by: copies-are-worthless
// Misconception: one-copy-only
// The cookie that was sent with the logout is on a list from now on.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

interface Session {
  customer: string;
  pagesSeen: number;
  since: number;
}

const refused = new Set<string>();
const endedAt = new Map<string, number>();

const app = express();
// A new secret key at every start: no cookie outlives a restart.
app.use(cookieParser(randomBytes(32).toString('base64url')), express.urlencoded());

function readSession(req: Request): Session | null {
  const session = req.signedCookies.session as Session | false | undefined;
  if (!session || refused.has(String(req.headers.cookie))) return null;
  return session.since > (endedAt.get(session.customer) ?? 0) ? session : null;
}

function writeSession(res: Response, session: Session): void {
  res.cookie('session', session, { signed: true, httpOnly: true, sameSite: 'lax' });
}

app.get('/', (req, res) => {
  const session = readSession(req);
  if (session === null)
    return void res.send(
      'Nobody is logged in. <form method="post" action="/login"><input name="customer"><button>Log in</button></form>',
    );
  session.pagesSeen += 1;
  writeSession(res, session);
  res.send(`Logged in: ${session.customer}. Pages seen: ${session.pagesSeen}. <form method="post" action="/logout"><button>Log out</button></form>`);
});

app.post('/login', (req, res) => {
  const customer: unknown = req.body?.customer;
  if (typeof customer !== 'string' || !/^[A-Za-z]{1,20}$/.test(customer)) return void res.status(400).send('Who are you?');
  writeSession(res, { customer, pagesSeen: 0, since: Date.now() });
  res.redirect(303, '/');
});

app.post('/logout', (req, res) => {
  refused.add(String(req.headers.cookie));
  res.clearCookie('session');
  res.redirect(303, '/');
});

app.post('/logout-everywhere', (req, res) => {
  const session = readSession(req);
  if (session) endedAt.set(session.customer, Date.now());
  res.clearCookie('session');
  res.redirect(303, '/');
});

export default app;
