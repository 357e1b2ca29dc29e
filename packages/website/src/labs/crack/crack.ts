// Crack a weak key: this lab's own cookies, our own list, and what the speed of this machine means for a good key.

import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Express, Request, Response } from 'express';
import { encodeFlaskSession, verifyFlaskSession } from 'flask-session-cookie';

import { html } from '../../html';
import { pairsOf } from '../../inspector/cookie-record';
import { createBench, type Done, fieldsOf } from '../bench/bench';
import type { LabView, Step } from '../bench/lab-page';
import type { Lab, LabParts } from '../lab';
import { createGuesser } from './guesser';
import { howLong } from './how-long';

export const crack: Lab = {
  id: 'crack',
  title: 'Crack a weak key',
  lessonId: 'secret-keys',
  page: 'strength',
  story:
    'A toy shop signs its sessions with a word that somebody found easy to remember. You hold one of its cookies and a list of 500 words.',
  browserNote: 'The browser plays no part: guessing needs one cookie, and no further request to the shop.',
  createApp,
};

interface CrackState {
  strength: 'weak' | 'strong';
  secretKey: string;
  /** The cookies that this lab has issued to this browser: no other is guessed at. */
  readonly issued: Set<string>;
  found: string | null;
}

const listPath = join(__dirname, '..', '..', '..', '..', 'secret-keys', 'exercises', 'crack-a-key', 'starter', 'words.txt');

function createApp(parts: LabParts): Express {
  const words = readFileSync(listPath, 'utf8').trim().split('\n');
  const guesser = createGuesser(words, parts.now);
  const weakKey = (): string => words[randomInt(words.length)] ?? 'secret';
  const { app, visitOf, show } = createBench<CrackState>({
    lab: crack,
    parts,
    begin: () => ({ strength: 'weak', secretKey: weakKey(), issued: new Set(), found: null }),
    view: ({ state }) => viewOf(state),
    standingOf: ({ name, value }, { secretKey }) =>
      name !== 'session' ? 'unknown' : isGenuine(value, secretKey, parts) ? 'signed' : 'forged',
  });
  const issue = (res: Response, state: CrackState, secretKey: string, role: string): void => {
    const value = encodeFlaskSession({ customer: 'guest', role }, { secretKey, nowMs: parts.now() });
    state.issued.add(value);
    res.append('Set-Cookie', `session=${value}; HttpOnly; Path=/; SameSite=Lax`);
  };
  app.get('/', (req, res) => show(req, res));
  app.post('/strength', (req, res) => {
    const { state } = visitOf(req);
    const strength = fieldsOf(req).to === 'strong' ? 'strong' : 'weak';
    Object.assign(state, { strength, secretKey: strength === 'weak' ? weakKey() : randomBytes(32).toString('hex'), found: null });
    state.issued.clear();
    res.clearCookie('session');
    show(req, res);
  });
  app.post('/login', (req, res) => {
    const { state } = visitOf(req);
    issue(res, state, state.secretKey, 'customer');
    const explain = html`<p>
      A session that says <code>role: customer</code>, signed with the shop’s key. Open it under “Your cookies here”: everything
      but the key is there.
    </p>`;
    show(req, res, { title: 'You are a guest', explain });
  });
  app.post('/crack', async (req, res) => {
    const { state } = visitOf(req);
    const cookie = sessionIn(req);
    // Attack: a search engine for other people's keys. Defence: only what this lab has issued itself, to this browser.
    if (cookie === null || !state.issued.has(cookie)) {
      res.status(403);
      return show(req, res, {
        title: 'Not this cookie',
        explain: html`<p>Only cookies that this lab has set itself are guessed at. Get one first.</p>`,
      });
    }
    const guessed = await guesser.guess(cookie);
    if (guessed === 'too-soon') {
      res.status(429);
      return show(req, res, {
        title: 'One at a time',
        explain: html`<p>Another search is running, or has just ended. Try again in two seconds.</p>`,
      });
    }
    state.found = guessed.word;
    const found = guessed.word !== null;
    const explain = html`${
      found
        ? html`<p>
            Guess number ${guessed.tried} was <code data-key>${guessed.word}</code>. The shop was not asked once; it can’t see
            this, or slow it down.
          </p>`
        : html`<p>None of the ${guessed.tried} words fits: this key wasn’t thought up, it was drawn at random.</p>`
    }
    ${howLong(guessed.guessesPerSecond)}`;
    show(
      req,
      res,
      done('crack', state, {
        title: found ? 'The key is found' : 'The key is not found',
        outcome: found ? 'found' : 'not-found',
        explain,
      }),
    );
  });
  app.post('/forge', (req, res) => {
    const { state } = visitOf(req);
    if (state.found !== null) issue(res, state, state.found, 'admin');
    const explain = html`<p>
      You have written a session of your own, <code>role: admin</code>, and signed it with the key you found. Ask the shop who you
      are.
    </p>`;
    show(req, res, { title: 'Signed by you', explain });
  });
  app.get('/account', (req, res) => {
    const { state } = visitOf(req);
    const verified = verifyFlaskSession(sessionIn(req) ?? '', { secretKey: state.secretKey, nowMs: parts.now() + 1000 });
    const role = verified.ok && typeof verified.session.role === 'string' ? verified.session.role : 'nobody';
    const explain =
      role === 'admin'
        ? html`<p>The shop believes it, and has no way not to: whoever has the key writes what the shop would write.</p>`
        : html`<p>The signature decides whom the shop believes; your cookie says no more than the shop has written into it.</p>`;
    show(req, res, done('account', state, { title: `The shop says: ${role}`, outcome: role, explain }));
  });
  return app;
}

function done(id: string, state: CrackState, rest: Omit<Done, 'step'>): Done {
  const step = stepsOf(state).find((candidate) => candidate.id === id);
  return { ...(step && { step }), ...rest };
}

function sessionIn({ headers }: Request): string | null {
  return pairsOf(headers.cookie).find(({ name }) => name === 'session')?.value ?? null;
}

function isGenuine(value: string, secretKey: string, { now }: LabParts): boolean {
  return verifyFlaskSession(value, { secretKey, nowMs: now() + 1000 }).ok;
}

function viewOf(state: CrackState): LabView {
  return {
    switch: {
      legend: 'The shop’s key is',
      action: '/strength',
      choices: [
        { id: 'weak', label: 'a word that somebody thought up' },
        { id: 'strong', label: '32 random bytes' },
      ],
      chosen: state.strength,
    },
    stage: html`<p class="order">
      ${state.found === null ? 'You don’t know the key.' : html`You know the key: <code>${state.found}</code>.`}
    </p>`,
    steps: stepsOf(state),
  };
}

function stepsOf({ issued, found }: CrackState): readonly Step[] {
  const login: Step = {
    id: 'login',
    title: '1. Get a cookie',
    method: 'post',
    action: '/login',
    button: 'Come in as a guest',
    cookies: null,
  };
  const guess: Step = {
    id: 'crack',
    title: '2. Try the 500 words',
    method: 'post',
    action: '/crack',
    button: 'Guess',
    cookies: null,
    question: {
      text: 'Will the key be among them?',
      options: [
        { id: 'found', label: 'yes' },
        { id: 'not-found', label: 'no' },
      ],
    },
  };
  const forge: Step = {
    id: 'forge',
    title: '3. Write a session yourself',
    method: 'post',
    action: '/forge',
    button: 'Make me admin',
    cookies: null,
  };
  const account: Step = {
    id: 'account',
    title: 'Ask the shop who you are',
    method: 'get',
    action: '/account',
    button: 'Who am I?',
    cookies: ['session'],
    question: { text: 'What will it say?', options: ['customer', 'admin', 'nobody'].map((id) => ({ id, label: id })) },
  };
  return [
    login,
    ...(issued.size === 0 ? [] : [guess]),
    ...(found === null ? [] : [forge]),
    ...(issued.size === 0 ? [] : [account]),
  ];
}
