// A shop with a signed session in the cookie: who is logged in, and how many pages they have seen. Nobody can edit it.
// Logging out deletes the cookie in this browser. Whoever has made a copy before is still logged in with it.
// Where a session ends: packages/sessions/lesson-text/life-of-a-session.md

import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

interface Session {
  customer: string;
  pagesSeen: number;
}

const app = express();
// A new secret key at every start: no cookie outlives a restart.
app.use(cookieParser(randomBytes(32).toString('base64url')), express.urlencoded());

function readSession(req: Request): Session | null {
  // TODO: a valid signature says that we wrote this once. Is the session still going on?
  const session = req.signedCookies.session as Session | false | undefined;
  return session || null;
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
  res.send(`Logged in: ${session.customer}. Pages seen: ${session.pagesSeen}. <a href="/logout">Log out</a>`);
});

app.post('/login', (req, res) => {
  const customer: unknown = req.body?.customer;
  if (typeof customer !== 'string' || !/^[A-Za-z]{1,20}$/.test(customer)) return void res.status(400).send('Who are you?');
  writeSession(res, { customer, pagesSeen: 0 });
  res.redirect(303, '/');
});

// TODO: any page could make a browser follow this link. Let only a POST log out.
app.get('/logout', (_req, res) => {
  // TODO: the browser forgets its cookie. Whoever has a copy does not.
  res.clearCookie('session');
  res.redirect(303, '/');
});

// TODO: POST /logout-everywhere, for a customer whose phone was stolen.

export default app;
