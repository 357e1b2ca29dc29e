// From Flask to Express and back with one session: two programs in two languages, one format, one key.

import { randomBytes } from 'node:crypto';

import type { Express, Request } from 'express';
import { flaskSession, sessionOf, verifyFlaskSession } from 'flask-session-cookie';

import { html } from '../../html';
import { pairsOf } from '../../inspector/cookie-record';
import { createBench, type Done, fieldsOf } from '../bench/bench';
import type { LabView, Step } from '../bench/lab-page';
import type { Lab, LabParts } from '../lab';
import { askFlask } from './ask-flask';

export const flask: Lab = {
  id: 'flask',
  title: 'From Flask to Express and back',
  lessonId: 'sessions',
  page: 'came-from-flask',
  story:
    'A bakery moves from Flask to Express, one page at a time. For a while both answer under one name, and their visitors must not notice.',
  browserNote: 'The browser carries one cookie to both, and knows nothing of either.',
  createApp,
};

type Keys = 'same' | 'different';

interface FlaskState {
  keys: Keys;
  /** Of Flask; null: this machine has none; undefined: nobody has asked it yet. */
  version: string | null | undefined;
}

const steps: readonly Step[] = [visit('to-express', 'Express'), visit('to-flask', 'Flask')];

const whatToInstall = 'No Python with Flask was found on this computer. Install one: sudo apt-get install python3-flask';

function createApp(parts: LabParts): Express {
  const keyOf = { express: randomBytes(32).toString('hex'), other: randomBytes(32).toString('hex') };
  const { app, visitOf, show } = createBench<FlaskState>({
    lab: flask,
    parts,
    begin: () => ({ keys: 'same', version: undefined }),
    view: ({ state }) => viewOf(state),
    standingOf: ({ name, value }) => {
      if (name !== 'session') return 'unknown';
      const both = { secretKey: keyOf.express, fallbackKeys: [keyOf.other], nowMs: parts.now() + 1000 };
      return verifyFlaskSession(value, both).ok ? 'signed' : 'forged';
    },
  });
  app.get('/', (req, res) => show(req, res));
  app.post('/keys', (req, res) => {
    visitOf(req).state.keys = fieldsOf(req).to === 'different' ? 'different' : 'same';
    show(req, res);
  });
  app.post('/to-flask', async (req, res) => {
    const { state } = visitOf(req);
    const cookie = pairsOf(req.headers.cookie).find(({ name }) => name === 'session');
    const answer = await askFlask(parts.runPython, {
      secretKey: state.keys === 'same' ? keyOf.express : keyOf.other,
      cookie: cookie ? `session=${cookie.value}` : '',
    });
    state.version = answer?.version ?? null;
    if (answer === null) return show(req, res, { title: 'There is no Flask here', explain: html`<p>${whatToInstall}</p>` });
    for (const line of answer.setCookie) res.append('Set-Cookie', line);
    show(req, res, done('to-flask', state, { req, saw: answer.saw }));
  });
  app.post('/to-express', flaskSession({ secretKey: keyOf.express, now: parts.now }), (req, res) => {
    const session = sessionOf(req);
    const saw = { ...session };
    session.customer = typeof saw.customer === 'string' && saw.customer !== 'nobody' ? saw.customer : 'Ada';
    session.visits = (typeof saw.visits === 'number' ? saw.visits : 0) + 1;
    session.written_by = 'Express';
    show(req, res, done('to-express', visitOf(req).state, { req, saw }));
  });
  return app;
}

interface Met {
  readonly req: Request;
  /** The session as the program found it. */
  readonly saw: Readonly<Record<string, unknown>>;
}

function done(id: 'to-flask' | 'to-express', state: FlaskState, { req, saw }: Met): Done {
  const step = steps.find((candidate) => candidate.id === id);
  const isEmpty = Object.keys(saw).length === 0;
  const came = pairsOf(req.headers.cookie).some(({ name }) => name === 'session');
  const program = id === 'to-flask' ? `Flask ${state.version ?? ''}` : 'Express';
  const meaning = isEmpty
    ? came
      ? `A cookie came, but its signature was made with a key that ${program} doesn’t have. It says nothing of that: a bad signature is an empty session, and a new one is set.`
      : `No session came, so ${program} has begun one.`
    : saw.written_by === (id === 'to-flask' ? 'Express' : 'Flask')
      ? 'The other program wrote this, in another language. Same format, same key, same cookie name: nobody had to log in again.'
      : 'This program wrote it itself, last time. Now visit the other one.';
  return {
    ...(step && { step }),
    title: `${program} saw ${isEmpty ? 'an empty session' : `${String(saw.customer)}, after ${saw.visits === 1 ? '1 visit' : `${String(saw.visits)} visits`}`}`,
    outcome: isEmpty ? 'empty' : 'same',
    explain: html`<p>${meaning}</p>
      <pre tabindex="0" data-saw>${JSON.stringify(saw, null, 2)}</pre>`,
  };
}

function viewOf(state: FlaskState): LabView {
  return {
    switch: {
      legend: 'The two programs have',
      action: '/keys',
      choices: [
        { id: 'same', label: 'one key' },
        { id: 'different', label: 'a key each' },
      ],
      chosen: state.keys,
    },
    stage:
      state.version === null
        ? html`<p class="order">${whatToInstall}</p>`
        : html`<p class="order">
            The bakery answers at <code>/to-flask</code> and <code>/to-express</code>, on one host: one jar for both.
          </p>`,
    steps,
  };
}

function visit(id: string, program: string): Step {
  return {
    id,
    title: `Visit the bakery in ${program}`,
    method: 'post',
    action: `/${id}`,
    button: `Ask ${program}`,
    cookies: ['session'],
    question: {
      text: `What will ${program} see?`,
      options: [
        { id: 'same', label: 'what was in the session' },
        { id: 'empty', label: 'an empty session' },
      ],
    },
  };
}
