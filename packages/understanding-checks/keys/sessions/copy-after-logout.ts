import cookieSession from 'cookie-session';
import { keyOf } from '@cookie-lessons/question-bank';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import expressSession from 'express-session';
import { flaskSession, sessionOf, sessionState } from 'flask-session-cookie';

import { copyAfterLogout } from '../../questions/sessions/copy-after-logout';
import { cookieFrom, requestsTo } from '@cookie-lessons/lesson-proof';

const key = 'a key for this question only';

export const copyAfterLogoutKey = keyOf(copyAfterLogout, {
  answer: async () => {
    const useless: string[] = [];
    for (const [choice, app] of Object.entries(apps())) if (!(await copyOpens(app))) useless.push(choice);
    return useless;
  },
  explanation:
    'Logging out ends a session only where the server remembers something that it can delete or change. The other three ask one browser to forget its cookie; a copy is not asked.',
  beliefs: {
    destroy: '`destroy` deletes the session on the server. The id in the copy then opens nothing.',
    clear: 'The browser forgets the id, and the server keeps the session. Whoever sends the id again is Ada.',
    null: 'In cookie-session the session is the cookie. The server keeps nothing that it could delete, and the copy is valid until the key changes.',
    flask:
      'It empties the session of this request and has the browser drop its cookie. The copy is still signed, and good for up to 31 days.',
    version: 'The copy holds the old version, and the one in the database is out of its reach. It stops fitting at once.',
  },
});

/** Whether a cookie from before the logout still shows Ada. */
function copyOpens(app: Express): Promise<boolean> {
  return requestsTo(app, async (send) => {
    const cookie = cookieFrom(await send({ method: 'POST', path: '/login' }));
    const before = await send({ path: '/', cookie });
    if (before.body !== 'ada') throw new Error('Nobody could log in.');
    await send({ method: 'POST', path: '/logout', cookie });
    return (await send({ path: '/', cookie })).body === 'ada';
  });
}

function apps(): Record<string, Express> {
  const onTheServer = { ...of(expressSession({ secret: key, resave: false, saveUninitialized: false })), session: inRequest };
  const inTheCookie = { ...of(cookieSession({ keys: [key] })), session: inRequest };
  const likeFlask = { ...of(flaskSession({ secretKey: key })), session: (req: Request) => sessionOf<Stored>(req) };
  let version = 1;
  return {
    destroy: program({ ...onTheServer, logout: (req, res) => req.session.destroy(() => res.end()) }),
    clear: program({ ...onTheServer, logout: (_req, res) => res.clearCookie('connect.sid').end() }),
    null: program({ ...inTheCookie, logout: (req, res) => (Object.assign(req, { session: null }), res.end()) }),
    flask: program({ ...likeFlask, logout: (req, res) => (sessionState(req).clear(), res.end()) }),
    version: program({ ...likeFlask, logout: (_req, res) => ((version += 1), res.end()), current: () => version }),
  };
}

interface Stored {
  user?: string;
  version?: number;
}

interface Program {
  readonly middleware: RequestHandler;
  session(req: Request): Stored;
  logout(req: Request, res: Response): unknown;
  /** Ada's version in the database; always the same unless somebody raises it. */
  current?(): number;
}

const of = (middleware: RequestHandler): Pick<Program, 'middleware'> => ({ middleware });
const inRequest = (req: Request): Stored => req.session as Stored;

function program({ middleware, session, logout, current = () => 1 }: Program): Express {
  const app = express();
  app.use(middleware);
  app.post('/login', (req, res) => {
    Object.assign(session(req), { user: 'ada', version: current() });
    res.end();
  });
  app.post('/logout', (req, res) => void logout(req, res));
  app.get('/', (req, res) => {
    const { user = 'nobody', version } = session(req);
    res.send(version === current() ? user : 'nobody');
  });
  return app;
}
