// Caught by: only-this-session, everywhere, any-order
// Misconception: one-session-each
// A customer is logged in or not, and with this id.
import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

interface Session {
  /** Tells this session from the customer's others. */
  id: string;
  customer: string;
  pagesSeen: number;
}

const app = express();
app.use(cookieParser(randomBytes(32).toString('base64url')), express.urlencoded());

/** The sessions that go on, customer to id. A cookie counts only as long as its session stands here. */
const going = new Map<string, string>();

function readSession(req: Request): Session | null {
  const session = req.signedCookies.session as Session | false | undefined;
  // Signed and still going on: the signature says who wrote it, the list says that it isn't over.
  return session && going.get(session.customer) === session.id ? session : null;
}

const cookieOptions = { httpOnly: true, sameSite: 'lax' } as const;

function writeSession(res: Response, session: Session): void {
  res.cookie('session', session, { ...cookieOptions, signed: true });
}

app.get('/', (req, res) => {
  const session = readSession(req);
  if (session === null)
    return void res.send(
      'Nobody is logged in. <form method="post" action="/login"><input name="customer"><button>Log in</button></form>',
    );
  session.pagesSeen += 1;
  writeSession(res, session);
  res.send(`Logged in: ${session.customer}. Pages seen: ${session.pagesSeen}.
    <form method="post"><button formaction="/logout">Log out</button><button formaction="/logout-everywhere">… everywhere</button></form>`);
});

app.post('/login', (req, res) => {
  const customer: unknown = req.body?.customer;
  if (typeof customer !== 'string' || !/^[A-Za-z]{1,20}$/.test(customer)) return void res.status(400).send('Who are you?');
  const id = randomBytes(16).toString('base64url');
  going.set(customer, id);
  writeSession(res, { id, customer, pagesSeen: 0 });
  res.redirect(303, '/');
});

app.post('/logout', (req, res) => {
  const session = readSession(req);
  if (session) going.delete(session.customer);
  res.clearCookie('session', cookieOptions);
  res.redirect(303, '/');
});

app.post('/logout-everywhere', (req, res) => {
  const session = readSession(req);
  if (session) going.delete(session.customer);
  res.clearCookie('session', cookieOptions);
  res.redirect(303, '/');
});

export default app;
