// Session fixation: somebody gives you their session's id before you log in. The shop is the one of the exercise fix-fixation.

import type { Express, Request, Response } from 'express';

import { createLoginShop, type LoginShop } from '../../../../sessions/labs/login-shop';
import { html } from '../../html';
import { readSetCookie } from '../../inspector/read-set-cookie';
import { askApp } from '../bench/ask-app';
import { createBench, type Done, fieldsOf } from '../bench/bench';
import type { LabView, Step } from '../bench/lab-page';
import type { Lab, LabParts } from '../lab';
import { type Moment, shortId, timeline } from './timeline';

export const fixation: Lab = {
  id: 'fixation',
  title: 'A session that was waiting for you',
  lessonId: 'sessions',
  page: 'life-of-a-session',
  story:
    'Mallory visits a toy shop, gets a session, and puts its id into your browser. You log in, and the shop remembers that under an id that Mallory knows.',
  browserNote: 'Nothing here depends on the browser: what decides is what the shop does at login.',
  createApp,
};

type AtLogin = 'keeps' | 'renews';

interface FixationState {
  atLogin: AtLogin;
  shop: LoginShop;
  /** The id in Mallory's jar. */
  malloryId: string | null;
  planted: boolean;
  moments: Moment[];
}

const account = { customer: 'Ada', password: 'cinnamon', address: '12 Crumb Lane, rear house' };

function begin(atLogin: AtLogin): FixationState {
  const otherCookie = { name: 'theme', value: 'light', first: false };
  const shop = createLoginShop({ atLogin, cookieName: 'sid', otherCookie, account });
  return { atLogin, shop, malloryId: null, planted: false, moments: [] };
}

function createApp(parts: LabParts): Express {
  const { app, visitOf, show } = createBench<FixationState>({
    lab: fixation,
    parts,
    begin: () => begin('keeps'),
    view: ({ state }) => viewOf(state),
    standingOf: ({ name }) => (name === 'sid' ? 'id' : 'unknown'),
  });
  app.get('/', (req, res) => show(req, res));
  app.post('/at-login', (req, res) => {
    const { record } = visitOf(req);
    for (const name of record.names()) res.clearCookie(name);
    visitOf(req).state = begin(fieldsOf(req).to === 'renews' ? 'renews' : 'keeps');
    show(req, res);
  });
  app.post('/mallory-visits', async (req, res) => {
    const { state } = visitOf(req);
    const { setCookie } = await askApp(state.shop.app, { method: 'POST', path: '/cart', cookie: '', form: { article: 'tin' } });
    state.malloryId = setCookie.map(readSetCookie).find(({ name }) => name === 'sid')?.value ?? null;
    remember(state, 'Mallory', `put a tin into a cart, and got the id ${shortId(state.malloryId ?? '')}`);
    show(req, res, done('mallory-visits', state, undefined));
  });
  app.post('/plant', (req, res) => {
    const { state } = visitOf(req);
    if (state.malloryId !== null) res.cookie('sid', state.malloryId, { httpOnly: true, sameSite: 'lax' });
    state.planted = true;
    remember(state, 'Mallory', 'has put this id into your browser');
    show(req, res, done('plant', state, undefined));
  });
  // Your own requests: the shop answers your browser itself, only its page is replaced by ours.
  app.post('/login', (req, res, next) => {
    const before = cookieOf(req);
    throughShop(req, res, next, (state) => {
      const after = res.getHeader('set-cookie') === undefined ? 'same' : 'new';
      remember(state, 'You', before === state.malloryId ? 'logged in, with the id that Mallory knows' : 'logged in');
      return done('login', state, after);
    });
  });
  app.get('/account', (req, res, next) => throughShop(req, res, next, (state) => done('account', state, undefined)));
  app.post('/mallory-looks', async (req, res) => {
    const { state } = visitOf(req);
    const cookie = state.malloryId === null ? '' : `sid=${state.malloryId}`;
    const { status } = await askApp(state.shop.app, { method: 'GET', path: '/account', cookie });
    remember(state, 'Mallory', status === 200 ? `reads Ada’s address: ${account.address}` : 'is told that nobody is logged in');
    show(req, res, done('mallory-looks', state, status === 200 ? 'reads' : 'nobody'));
  });

  function throughShop(req: Request, res: Response, next: () => void, tell: (state: FixationState) => Done): void {
    const { state } = visitOf(req);
    res.json = () => {
      show(req, res, tell(state));
      return res;
    };
    state.shop.app(req, res, next);
  }
  return app;
}

function cookieOf({ headers }: Request): string | undefined {
  return /(?:^|; )sid=([^;]*)/.exec(headers.cookie ?? '')?.[1];
}

function remember({ shop, moments }: FixationState, who: Moment['who'], did: string): void {
  moments.push({ who, did, rows: shop.readSessions() });
}

function done(id: string, state: FixationState, outcome: string | undefined): Done {
  const step = allSteps(state).find((candidate) => candidate.id === id);
  const [title, explain] = words[id] ?? ['', () => ''];
  return {
    ...(step && { step }),
    title,
    ...(outcome !== undefined && { outcome }),
    explain: html`<p>${explain(state, outcome)}</p>`,
  };
}

function viewOf(state: FixationState): LabView {
  return {
    switch: {
      legend: 'What the shop does with the id at login',
      action: '/at-login',
      choices: [
        { id: 'keeps', label: 'keeps it (vulnerable)' },
        { id: 'renews', label: 'draws a new one, and ends the old (fixed)' },
      ],
      chosen: state.atLogin,
    },
    stage: timeline(state.moments),
    steps: allSteps(state),
  };
}

function allSteps({ malloryId, planted }: FixationState): readonly Step[] {
  const step = (id: string, title: string, button: string): Step => ({
    id,
    title,
    method: 'post',
    action: `/${id}`,
    button,
    cookies: null,
  });
  const login: Step = {
    ...step('login', 'You log in', 'Log in as Ada'),
    cookies: ['sid', 'theme'],
    question: {
      text: 'Which id will your session have afterwards?',
      options: [
        { id: 'same', label: 'the one your browser has already' },
        { id: 'new', label: 'a new one' },
      ],
    },
    fields: html`<input type="hidden" name="customer" value="${account.customer}" /><input
        type="hidden"
        name="password"
        value="${account.password}"
      />`,
  };
  const looks: Step = {
    ...step('mallory-looks', 'Mallory asks for the account', 'Let Mallory look'),
    question: {
      text: 'What will Mallory get?',
      options: [
        { id: 'reads', label: 'Ada’s address' },
        { id: 'nobody', label: '“Nobody is logged in”' },
      ],
    },
  };
  return [
    step('mallory-visits', '1. Mallory visits the shop', 'Let Mallory visit'),
    ...(malloryId === null ? [] : [step('plant', '2. Mallory plants the id', 'Take Mallory’s cookie')]),
    ...(planted
      ? [
          login,
          {
            ...step('account', 'You look at your account', 'Open my account'),
            method: 'get' as const,
            cookies: ['sid', 'theme'],
          },
          looks,
        ]
      : []),
  ];
}

const words: Readonly<Record<string, readonly [title: string, explain: (state: FixationState, outcome?: string) => string]>> = {
  'mallory-visits': [
    'Mallory has a session',
    () =>
      'An honest session of a visitor who isn’t logged in. Its id stands in Mallory’s jar, which is kept on the server’s side of this lab.',
  ],
  plant: [
    'The id is in your browser',
    () =>
      'How it got there, this lab doesn’t show: by a page on a neighbouring subdomain (see the lab on tossing), by a script on the shop’s own page, or over plain http. Your browser can’t tell it from a cookie of yours.',
  ],
  login: [
    'You are logged in',
    (_state, outcome) =>
      outcome === 'new'
        ? 'The shop has drawn a new id, moved your session there, and ended the old row. What Mallory knows opens nothing any more.'
        : 'The shop has written your name into the row whose id your browser sent. No Set-Cookie was needed. Who else knows that id?',
  ],
  account: ['Your account', () => `You see it: ${account.address}. So far everything is as it should be, for you.`],
  'mallory-looks': [
    'Mallory has asked',
    ({ atLogin }, outcome) =>
      outcome === 'reads'
        ? 'Mallory never learnt your password, and stole nothing: you logged in for both. A shop must draw a new id whenever a visitor becomes somebody else, and end the old one.'
        : atLogin === 'renews'
          ? 'The id that Mallory knows has no row in the store any more. Drawing a new id at login, and ending the old one, is the whole defence.'
          : 'Nobody has logged in under this id yet.',
  ],
};
