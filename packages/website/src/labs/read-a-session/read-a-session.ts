// Read a session without its key. What is pasted stays in the page: the box is in no form, and the page's scripts may not connect.

import { randomBytes } from 'node:crypto';

import type { Express } from 'express';
import { flaskSession, sessionOf, verifyFlaskSession } from 'flask-session-cookie';

import { html } from '../../html';
import { createBench } from '../bench/bench';
import type { Step } from '../bench/lab-page';
import type { Lab, LabParts } from '../lab';
import { readingBox } from './reading-box';

export const readASession: Lab = {
  id: 'read-a-session',
  title: 'Read a session without the key',
  lessonId: 'sessions',
  page: 'signed-is-not-encrypted',
  story:
    'A bakery keeps your order in a signed session and believes that nobody can see it. You have no key, and read it all the same.',
  browserNote: 'The format is Flask’s, and is the same in every browser.',
  createApp,
};

const steps: readonly Step[] = [
  {
    id: 'visit',
    title: 'Get a session',
    method: 'post',
    action: '/visit',
    button: 'Visit the bakery',
    cookies: ['session'],
    question: {
      text: 'What will you be able to read of it, without the key?',
      options: [
        { id: 'nothing', label: 'nothing' },
        { id: 'time', label: 'only when it was made' },
        { id: 'all', label: 'everything in it' },
      ],
    },
    fields: html`<label class="tick"
      ><input type="checkbox" name="more" value="yes" /> with a long wish list, which gets compressed</label
    >`,
  },
];

function createApp(parts: LabParts): Express {
  const secretKey = randomBytes(32).toString('hex');
  const { app, show } = createBench<Record<string, never>>({
    lab: readASession,
    parts,
    begin: () => ({}),
    view: ({ record }) => ({
      stage: readingBox(record.find('session')?.value ?? ''),
      steps,
      scripts: ['lab-read-a-session'],
    }),
    standingOf: ({ name, value }) => {
      if (name !== 'session') return 'unknown';
      return verifyFlaskSession(value, { secretKey, nowMs: parts.now() + 1000 }).ok ? 'signed' : 'forged';
    },
    policy: { connects: false },
  });
  app.use(flaskSession({ secretKey, now: parts.now, sessionCookieSameSite: 'Lax' }));
  app.get('/', (req, res) => show(req, res));
  app.post('/visit', (req, res) => {
    const session = sessionOf(req);
    session.customer = 'Ada';
    session.total = '125.47';
    session.secret_note = 'staff discount: 40%';
    if ((req.body as { more?: unknown } | undefined)?.more === 'yes')
      session.wishes = Array.from({ length: 30 }, (_, at) => `cookie cutter no. ${at + 1}`);
    else delete session.wishes;
    const explain = html`<p>
      You can read everything, the staff’s note included. Press “Read it” above and watch how little it takes: split at the dots,
      undo base64url, inflate if it begins with a dot. No key is asked for. The key is needed to make a new signature, which is
      why you can read this, but not change it unnoticed.
    </p>`;
    show(req, res, { step: steps[0], title: 'You have a session', outcome: 'all', explain });
  });
  return app;
}
