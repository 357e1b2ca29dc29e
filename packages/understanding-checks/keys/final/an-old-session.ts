import { keyOf } from '@cookie-lessons/question-bank';
import express, { type Express } from 'express';
import { encodeFlaskSession, flaskSession, sessionOf } from 'flask-session-cookie';

import { anOldSession } from '../../questions/final/an-old-session';
import { pairOf, requestsTo } from '@cookie-lessons/lesson-proof';

const dayMs = 24 * 3_600_000;
const monday = Date.UTC(2026, 0, 5);

export const anOldSessionKey = keyOf(anOldSession, {
  answer: async ({ current, retired, visitor, path }) => {
    const before = { secretKey: `${current}…`, fallbackKeys: [`${retired}…`] };
    const old = `session=${encodeFlaskSession({ name: visitor }, { secretKey: `${retired}…`, nowMs: monday - dayMs })}`;
    const visit = (app: Express, cookie: string) => requestsTo(app, (send) => send({ path: `/${path}`, headers: { cookie } }));
    const first = await visit(appOf(path, { ...before, now: () => monday }), old);
    if (first.body !== visitor) throw new Error('The fallback does not verify.');
    const kept = first.setCookies.length > 0 ? pairOf(first.setCookies[0]) : old;
    const { status, body } = await visit(appOf(path, { ...before, fallbackKeys: [], now: () => monday + 2 * dayMs }), kept);
    if (status === 500) return 'error';
    return body === visitor ? 'renewed' : 'nobody';
  },
  explanation:
    'Flask signs a session anew when it is saved, and reading saves nothing. So the cookie kept its old signature, and when the old key had gone, it was ignored. Sign old sessions anew yourself when they arrive.',
  beliefs: {
    renewed: 'Reading a session does not save it, so Flask sent no cookie on Monday, and the old signature stayed.',
    known: 'Flask remembers no session. All of it is in the cookie, and is verified anew each time.',
    error: 'A signature that does not fit is no error in Flask: the session is empty, and nothing is said.',
  },
});

function appOf(path: string, options: Parameters<typeof flaskSession>[0]): Express {
  const app = express();
  app.use(flaskSession(options));
  app.get(`/${path}`, (req, res) => void res.send(sessionOf<{ name?: string }>(req).name ?? 'nobody'));
  return app;
}
