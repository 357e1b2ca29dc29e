// Cookie tossing: a neighbour below the same domain sets a cookie for all of it, and the shop can't tell. Until it is called __Host-.

import type { Express, Request } from 'express';

import { html } from '../../html';
import { pairsOf } from '../../inspector/cookie-record';
import { createBench, fieldsOf } from '../bench/bench';
import type { LabView, Step } from '../bench/lab-page';
import { hostOf, type Lab, type LabParts } from '../lab';

const evilHost = 'evil.tossing.course.localhost';

export const tossing: Lab = {
  id: 'tossing',
  title: 'A cookie from the neighbour',
  lessonId: 'plain-cookies',
  page: 'where-a-cookie-goes',
  story:
    'A toy shop lets its customers have pages below its own name. One of them sets a cookie for the whole domain, with the name of the shop’s session.',
  browserNote: 'The order (longer path first) and the prefix hold in Chromium, Firefox and Safari 13 and later.',
  otherHosts: [evilHost],
  createApp,
};

type CookieName = 'sid' | '__Host-sid';

interface TossingState {
  name: CookieName;
  tossed: boolean;
  loggedIn: boolean;
}

function createApp(parts: LabParts): Express {
  const [shopHost, origins] = [
    hostOf(tossing),
    { shop: () => `http://${hostOf(tossing)}:${parts.port()}`, evil: () => `http://${evilHost}:${parts.port()}` },
  ];
  const { app, visitOf, show } = createBench<TossingState>({
    lab: tossing,
    parts,
    begin: () => ({ name: 'sid', tossed: false, loggedIn: false }),
    view: ({ state }, req) => viewOf(state, { at: req.hostname, origins: { shop: origins.shop(), evil: origins.evil() } }),
    policy: { alsoTo: () => [origins.shop(), origins.evil()] },
  });
  const stepNamed = (id: string, state: TossingState): { readonly step?: Step } => {
    const step = stepsOf(state, { shop: origins.shop(), evil: origins.evil() }).find((candidate) => candidate.id === id);
    return step ? { step } : {};
  };
  const atShop = (req: Request): boolean => req.hostname === shopHost;
  app.get('/', (req, res) => show(req, res));
  app.post('/name', (req, res) => {
    const { state, record } = visitOf(req);
    for (const { cookie } of record.rows())
      if (cookie.hostOnly) res.clearCookie(cookie.name, { path: cookie.path, secure: cookie.secure });
      else res.clearCookie(cookie.name, { path: cookie.path, domain: cookie.domain });
    Object.assign(state, { name: fieldsOf(req).to === '__Host-sid' ? '__Host-sid' : 'sid', tossed: false, loggedIn: false });
    show(req, res);
  });
  app.post('/login', (req, res, next) => {
    if (!atShop(req)) return next();
    const { state } = visitOf(req);
    state.loggedIn = true;
    res.cookie(state.name, 'session-of-Ada', { httpOnly: true, sameSite: 'lax', secure: state.name === '__Host-sid' });
    show(req, res, { title: 'You are Ada', explain: html`<p>The shop has given you a session, for its own host only.</p>` });
  });
  app.get('/toss', (req, res, next) => {
    if (atShop(req)) return next();
    const { state } = visitOf(req);
    state.tossed = true;
    const line = `${state.name}=session-of-Mallory; Domain=${shopHost}; Path=/account${state.name === '__Host-sid' ? '; Secure' : ''}`;
    res.append('Set-Cookie', line);
    const explain =
      state.name === 'sid'
        ? html`<p>
            You are on <code>${evilHost}</code> now. Its answer has set a cookie with <code>Domain=${shopHost}</code>, which a
            host below may do, and with a longer path than the shop’s. Look at your cookies: the jar holds two cookies of one
            name. Now open your account.
          </p>`
        : html`<p>
            You are on <code>${evilHost}</code> now. It has tried to set <code>__Host-sid</code> for its neighbour, and the
            browser has refused: a name with <code>__Host-</code> promises that no Domain was given. So only the shop’s own host
            can have set it.
          </p>`;
    show(req, res, { ...stepNamed('toss', state), title: 'The neighbour’s page', explain });
  });
  app.get('/account', (req, res, next) => {
    if (!atShop(req)) return next();
    const { state } = visitOf(req);
    // Express and most servers take the first of a name.
    const sessions = pairsOf(req.headers.cookie).filter(({ name }) => name === state.name);
    const opened = sessions[0]?.value ?? '';
    const outcome = opened === 'session-of-Mallory' ? 'mallory' : opened === 'session-of-Ada' ? 'ada' : 'nobody';
    const [title, meaning] = means[outcome];
    const explain = html`<p>${meaning}</p>
      ${sessions.length > 1 && html`<p>The header has <code>${state.name}</code> twice, and says of neither who set it.</p>`}`;
    show(req, res, { ...stepNamed('account', state), title, outcome, explain });
  });
  return app;
}

interface Origins {
  readonly shop: string;
  readonly evil: string;
}

function viewOf(state: TossingState, { at, origins }: { readonly at: string; readonly origins: Origins }): LabView {
  return {
    switch: {
      legend: 'What the shop calls its session',
      action: `${origins.shop}/name`,
      choices: [
        { id: 'sid', label: 'sid' },
        { id: '__Host-sid', label: '__Host-sid' },
      ],
      chosen: state.name,
    },
    stage: html`<p class="order">
      You are at
      <strong data-at>${at}</strong>${at === evilHost ? ', the page of a customer called Mallory' : ', the shop itself'}.
      ${state.loggedIn ? 'You are logged in at the shop as Ada.' : 'You aren’t logged in yet.'}
    </p>`,
    steps: stepsOf(state, origins),
  };
}

function stepsOf({ name, loggedIn }: TossingState, { shop, evil }: Origins): readonly Step[] {
  const login: Step = {
    id: 'login',
    title: '1. Log in',
    method: 'post',
    action: `${shop}/login`,
    button: 'Log in as Ada',
    cookies: null,
  };
  const toss: Step = {
    id: 'toss',
    title: '2. Look at a customer’s page',
    method: 'get',
    action: `${evil}/toss`,
    button: 'Visit Mallory’s page',
    cookies: [name],
  };
  const account: Step = {
    id: 'account',
    title: '3. Open your account',
    method: 'get',
    action: `${shop}/account`,
    button: 'Open my account',
    cookies: [name],
    question: {
      text: 'Whose account will it be?',
      options: [
        { id: 'ada', label: 'Ada’s' },
        { id: 'mallory', label: 'Mallory’s' },
        { id: 'nobody', label: 'nobody’s' },
      ],
    },
  };
  return loggedIn ? [login, toss, account] : [login];
}

const means = {
  ada: [
    'Ada’s account',
    'Yours. Whatever a neighbour has set, the session that the shop believes is the one that it set itself.',
  ],
  mallory: [
    'Mallory’s account',
    'You believe you are in your own account, and are in Mallory’s: the address or card that you type now is Mallory’s to read. The tossed cookie came first since its path is longer, and the shop believes the first.',
  ],
  nobody: ['Nobody’s account', 'No session came with this request. Log in first.'],
} as const;
