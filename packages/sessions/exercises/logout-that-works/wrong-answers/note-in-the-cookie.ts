// Caught by: copies-are-worthless, everywhere, any-order
// Misconception: note-in-the-cookie
// A session that says of itself that it is over is over.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

interface Session {
  customer: string;
  pagesSeen: number;
  loggedOut?: boolean;
}

const app = express();
// A new secret key at every start: no cookie outlives a restart.
app.use(cookieParser(randomBytes(32).toString('base64url')), express.urlencoded());

function readSession(req: Request): Session | null {
  const session = req.signedCookies.session as Session | false | undefined;
  return session && !session.loggedOut ? session : null;
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
  writeSession(res, { customer, pagesSeen: 0 });
  res.redirect(303, '/');
});

app.post('/logout', (req, res) => {
  const session = readSession(req);
  if (session) writeSession(res, { ...session, loggedOut: true });
  res.redirect(303, '/');
});

app.post('/logout-everywhere', (req, res) => {
  const session = readSession(req);
  if (session) writeSession(res, { ...session, loggedOut: true });
  res.redirect(303, '/');
});

export default app;
