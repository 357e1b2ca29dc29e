// The lab around an app of the sessions lesson: the app sets the cookies, this page shows them, and counts their bytes.

import { randomBytes } from 'node:crypto';

import type { Express, Request } from 'express';
import { verifyFlaskSession } from 'flask-session-cookie';

import { html } from '../../html';
import { pairsOf } from '../../inspector/cookie-record';
import { createBench, type Done, fieldsOf } from '../bench/bench';
import type { LabView, Step } from '../bench/lab-page';
import type { Visit } from '../bench/visits';
import type { Lab, LabParts } from '../lab';
import { byteCounter } from './byte-counter';

interface Toy {
  readonly label: string;
  readonly create: (setup: { readonly secretKey: string; readonly warn: () => void }) => Express;
}

interface BesideState {
  /** Index of the toy. */
  toy: number;
}

export function createBesideApp(parts: LabParts, { lab, toys }: { readonly lab: Lab; readonly toys: readonly Toy[] }): Express {
  const secretKey = randomBytes(32).toString('hex');
  // That a session is too large is what the page is about: no news for the terminal.
  const apps = toys.map(({ create }) => create({ secretKey, warn: () => undefined }));
  const isGenuine = (value: string): boolean => verifyFlaskSession(value, { secretKey, nowMs: parts.now() + 1000 }).ok;
  const { app, visitOf, show } = createBench<BesideState>({
    lab,
    parts,
    begin: () => ({ toy: 0 }),
    view: (visit) => viewOf(visit, toys),
    standingOf: ({ name, value }) => {
      if (name !== 'session') return 'unknown';
      return isGenuine(value) ? 'signed' : 'forged';
    },
  });
  app.get('/', (req, res) => show(req, res));
  app.post('/tin', (req, res) => {
    const { state, record } = visitOf(req);
    state.toy = Math.max(
      0,
      toys.findIndex(({ label }) => label === fieldsOf(req).to),
    );
    for (const name of record.names()) res.clearCookie(name);
    show(req, res);
  });
  // The toy answers as it always does; only its page is replaced by ours.
  app.get('/bakery', (req, res, next) => {
    const toy = apps[visitOf(req).state.toy];
    if (!toy) return next();
    res.send = () => {
      show(req, res, doneBy(req, visitOf(req), { toys, isGenuine }));
      return res;
    };
    toy(Object.assign(req, { url: req.url.replace('/bakery', '/') }), res, next);
  });
  return app;
}

interface Known {
  readonly toys: readonly Toy[];
  readonly isGenuine: (value: string) => boolean;
}

function doneBy(req: Request, visit: Visit<BesideState>, { toys, isGenuine }: Known): Done {
  const id = req.query.side === 'plain' || req.query.side === 'session' ? req.query.side : 'both';
  const sent = pairsOf(req.headers.cookie).find(({ name }) => name === 'session');
  const changed = sent !== undefined && !isGenuine(sent.value);
  return {
    step: stepsOf(visit, toys).find((step) => step.id === id),
    title: { both: 'Both ways', plain: 'Plain cookies only', session: 'One session only' }[id],
    explain: html`${meanings[id]}
    ${
      changed &&
      html`<p>
        You had changed the session. The signature no longer fitted, so the server took it for an empty one and has set a new one.
        The same edit of a plain cookie would have been believed.
      </p>`
    }`,
  };
}

function viewOf(visit: Visit<BesideState>, toys: readonly Toy[]): LabView {
  return {
    ...(toys.length > 1 && {
      switch: {
        legend: 'What is in the tin',
        action: '/tin',
        choices: toys.map(({ label }) => ({ id: label, label })),
        chosen: toys[visit.state.toy]?.label ?? '',
      },
    }),
    stage: byteCounter(visit),
    steps: stepsOf(visit, toys),
  };
}

function stepsOf({ record }: Visit<BesideState>, toys: readonly Toy[]): readonly Step[] {
  const plain = toys.length > 1 ? ['flavor_0'] : ['fav_cookie'];
  const names = [...new Set([...plain, ...record.names(), 'session'])].slice(0, 8);
  // A form that is sent by GET replaces the query of its address: the side travels as a field.
  const step = (id: 'both' | 'plain' | 'session', title: string, button: string): Step => ({
    id,
    title,
    method: 'get',
    action: '/bakery',
    button,
    cookies: names,
    fields: id === 'both' ? html`` : html`<input type="hidden" name="side" value="${id}" />`,
  });
  return [
    step('both', 'Remember it both ways', 'Visit the bakery'),
    step('plain', 'As plain cookies only', 'Visit, plain only'),
    step('session', 'As one session only', 'Visit, session only'),
  ];
}

const meanings = {
  both: html`<p>
    The bakery has written the same twice. Open both under “Your cookies here”: the plain cookie is readable as it stands, and
    yours to change. The session is readable, too, but it ends with a signature that only the server can make. It is signed, not
    encrypted.
  </p>`,
  plain: html`<p>
    What this request carried was decided before this answer: your browser sends what was in its jar when it asked. The session is
    deleted by this answer, so the <em>next</em> request comes without it.
  </p>`,
  session: html`<p>
    One name, one value, whatever is in it. The plain cookies are deleted by this answer; a request later they are gone.
  </p>`,
};
