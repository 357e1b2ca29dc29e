// A shop with a login, as a factory: createLoginShop({ atLogin }) says what it does with the session's id at login. All state is the
// instance's. fixable-login.ts makes one for a box; the site makes its own.
//
//   POST /cart     article=…             puts it into the cart; the first one begins a session. JSON { cart }
//   POST /login    customer=… password=… JSON { customer }, or 401
//   GET  /account                        JSON { customer, address }, or 401 { error }

import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express, { type Express, type Request, type Response } from 'express';

export interface LoginSetup {
  /** keeps: one id before and after; keeps-both: a new id, and the old one opens the same session; renews: the old id is over. */
  readonly atLogin: 'keeps' | 'keeps-both' | 'renews';
  readonly cookieName: string;
  /** A cookie that has nothing to do with the session, and whether it is set before that of the session. */
  readonly otherCookie: { readonly name: string; readonly value: string; readonly first: boolean };
  readonly account: { readonly customer: string; readonly password: string; readonly address: string };
}

export interface LoginShop {
  readonly app: Express;
  /** Every id this shop has issued, oldest first. */
  readIssued(): readonly string[];
  /** The Cookie header of every GET /account, as it was sent. */
  readLooks(): readonly string[];
  /** The rows of the session store. */
  readSessions(): readonly { readonly id: string; readonly cart: readonly string[]; readonly customer: string | null }[];
}

interface Session {
  cart: string[];
  customer: string | null;
}

export function createLoginShop(setup: LoginSetup): LoginShop {
  const sessions = new Map<string, Session>();
  const issued: string[] = [];
  const looks: string[] = [];

  function begin(res: Response, session: Session): void {
    const id = randomBytes(16).toString('hex');
    sessions.set(id, session);
    issued.push(id);
    const { name, value, first } = setup.otherCookie;
    if (first) res.cookie(name, value);
    res.cookie(setup.cookieName, id, { httpOnly: true, sameSite: 'lax' });
    if (!first) res.cookie(name, value);
  }

  function idOf(req: Request): string {
    const id = (req.cookies as Readonly<Record<string, unknown>>)[setup.cookieName];
    return typeof id === 'string' ? id : '';
  }

  const app = express();
  app.use(cookieParser(), express.urlencoded(), express.json());

  app.get('/', (_req, res) => void res.json({ message: 'A toy shop. POST /cart, POST /login, GET /account.' }));

  app.post('/cart', (req, res) => {
    const { article } = (req.body ?? {}) as { article?: unknown };
    const session = sessions.get(idOf(req)) ?? { cart: [], customer: null };
    session.cart.push(typeof article === 'string' ? article.slice(0, 20) : 'tin');
    // Lazy creation: who only looks around gets no session. An id that was not issued here is not adopted.
    if (!sessions.has(idOf(req))) begin(res, session);
    res.json({ cart: session.cart });
  });

  app.post('/login', (req, res) => {
    const { customer, password } = (req.body ?? {}) as { customer?: unknown; password?: unknown };
    if (customer !== setup.account.customer || password !== setup.account.password)
      return void res.status(401).json({ error: 'Wrong name or password.' });
    const before = sessions.get(idOf(req));
    const session = before ?? { cart: [], customer: null };
    session.customer = setup.account.customer;
    if (!before) begin(res, session);
    else if (setup.atLogin !== 'keeps') {
      begin(res, session);
      if (setup.atLogin === 'renews') sessions.delete(idOf(req));
    }
    res.json({ customer: session.customer });
  });

  app.get('/account', (req, res) => {
    looks.push(req.headers.cookie ?? '');
    const customer = sessions.get(idOf(req))?.customer ?? null;
    if (customer === null) return void res.status(401).json({ error: 'Nobody is logged in.' });
    res.json({ customer, address: setup.account.address });
  });

  return {
    app,
    readIssued: () => [...issued],
    readLooks: () => [...looks],
    readSessions: () => [...sessions].map(([id, { cart, customer }]) => ({ id, cart: [...cart], customer })),
  };
}
