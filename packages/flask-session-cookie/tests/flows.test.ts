// The 6 recorded flows, walked through a real Express app.

import { afterEach, expect, it } from '@jest/globals';
import express from 'express';

import { type FlaskSession, type FlaskSessionOptions, FlaskSessionError, encodeFlaskSession, flaskSession } from '../src';
import { sessionOf, sessionState } from '../src';
import { readCookie } from '../src/read-cookie';
import { setCookieText } from '../src/set-cookie-text';
import { flow, flowIds, t0Seconds } from './flask-vectors';
import { Client, type Served, ask, serve } from './serve';

const t0Ms = t0Seconds * 1000;
const apps: Served[] = [];
afterEach(() => Promise.all(apps.splice(0).map((app) => app.close())));

/** Each path does something to the session and answers with what that returns. */
async function app(
  options: FlaskSessionOptions,
  views: Readonly<Record<string, (session: FlaskSession, request: express.Request) => unknown>>,
): Promise<string> {
  const made = express().use(flaskSession({ now: () => t0Ms, ...options }));
  for (const [path, view] of Object.entries(views))
    made.get(path, (req, res) => void res.send(String(view(sessionOf(req), req))));
  made.get('/idle', (_req, res) => void res.send('no session touched'));
  made.use(((error, _req, res, next) =>
    res.headersSent ? next(error) : res.status(500).send(String(error))) as express.ErrorRequestHandler);
  const served = await serve(made);
  apps.push(served);
  return served.origin;
}

it('has all 6 flows', () => {
  expect(flowIds).toEqual([
    'flow-logout-does-not-revoke',
    'flow-no-secret-key',
    'flow-nested-mutation-not-saved',
    'flow-refresh-each-request',
    'flow-bad-cookie-is-ignored-silently',
    'flow-werkzeug-plain-cookie-quoting',
  ]);
});

it('flow-logout-does-not-revoke: a copy of the cookie outlives the logout', async () => {
  const recorded = flow<{
    login_cookie: string;
    logout_set_cookie: string[];
    replaying_login_cookie_after_logout_sees: string;
  }>('flow-logout-does-not-revoke');
  const origin = await app(
    { secretKey: 'dev' },
    {
      '/login': (session) => (session.user = 'ada'),
      '/logout': (_session, req) => sessionState(req).clear(),
      '/me': (session) => session.user ?? 'anonymous',
    },
  );
  const client = new Client();
  const login = await client.get(`${origin}/login`);
  expect(login.setCookie[0]?.split(';')[0]).toBe(recorded.login_cookie);
  expect((await client.get(`${origin}/logout`)).setCookie).toEqual(recorded.logout_set_cookie);
  expect((await client.get(`${origin}/me`)).body).toBe('anonymous');
  expect((await ask(`${origin}/me`, recorded.login_cookie)).body).toBe(recorded.replaying_login_cookie_after_logout_sees);
});

it.each([undefined, ''])(
  'flow-no-secret-key: with %p the session is empty, and changing it says what to do',
  async (secretKey) => {
    const recorded = flow<{ read_status: number; write_status: number; empty_string_key: string }>('flow-no-secret-key');
    const origin = await app(
      { secretKey },
      {
        '/read': (session) => session.x ?? 'None',
        '/write': (session) => (session.x = 1),
        '/clear': (_session, req) => sessionState(req).clear(),
      },
    );
    const forgedWithTheEmptyKey = 'session=eyJ4IjoxfQ.ZVPxAA.AAAA';
    const read = await ask(`${origin}/read`, forgedWithTheEmptyKey);
    expect(read).toMatchObject({ status: recorded.read_status, body: 'None', setCookie: [], vary: null });
    const write = await ask(`${origin}/write`);
    expect(write).toMatchObject({ status: recorded.write_status, setCookie: [] });
    expect(write.body).toContain('no secret key was set. Set secretKey to something unique and secret');
    expect((await ask(`${origin}/clear`)).status).toBe(500);
    expect(recorded.empty_string_key).toContain('RuntimeError');
    expect(() => encodeFlaskSession({ x: 1 }, { secretKey })).toThrow(FlaskSessionError);
  },
);

it('flow-nested-mutation-not-saved: a change inside a value is noticed only if one says so', async () => {
  const recorded = flow<{ append_set_cookie: string[]; append_with_modified_flag_set_cookie: string[] }>(
    'flow-nested-mutation-not-saved',
  );
  const append = (session: FlaskSession): number => (session.cart as string[]).push('milk');
  const origin = await app(
    { secretKey: 'dev' },
    {
      '/init': (session) => (session.cart = []),
      '/append': append,
      '/append-flag': (session, req) => {
        append(session);
        sessionState(req).modified = true;
      },
    },
  );
  const client = new Client();
  await client.get(`${origin}/init`);
  expect((await client.get(`${origin}/append`)).setCookie).toEqual(recorded.append_set_cookie);
  expect((await client.get(`${origin}/append-flag`)).setCookie).toEqual(recorded.append_with_modified_flag_set_cookie);
});

it.each([true, false])('flow-refresh-each-request: %p', async (sessionRefreshEachRequest) => {
  const recorded = flow<Record<string, unknown>>('flow-refresh-each-request');
  let nowMs = t0Ms;
  const origin = await app(
    { secretKey: 'dev', sessionRefreshEachRequest, now: () => nowMs },
    {
      '/p': (session, req) => {
        sessionState(req).permanent = true;
        session.u = 1;
      },
      '/read': (session) => session.u,
    },
  );
  const client = new Client();
  await client.get(`${origin}/p`);
  nowMs += 60_000;
  const idle = await client.get(`${origin}/idle`);
  const read = await client.get(`${origin}/read`);
  expect({
    idle_set_cookie: idle.setCookie,
    idle_vary: idle.vary,
    read_set_cookie: read.setCookie,
    read_vary: read.vary,
  }).toEqual(recorded[`refresh_${sessionRefreshEachRequest ? 'True' : 'False'}`]);
});

it('flow-bad-cookie-is-ignored-silently: a forged cookie is an empty session', async () => {
  const recorded = flow<{ status: number; body: string; set_cookie: string[] }>('flow-bad-cookie-is-ignored-silently');
  const origin = await app({ secretKey: 'dev' }, { '/me': (session) => session.user ?? 'anonymous' });
  const forged = encodeFlaskSession({ user: 'admin' }, { secretKey: 'nope', nowMs: t0Ms });
  expect(await ask(`${origin}/me`, `session=${forged}`)).toMatchObject({
    status: recorded.status,
    body: recorded.body,
    setCookie: recorded.set_cookie,
  });
});

it('flow-werkzeug-plain-cookie-quoting: values are quoted as werkzeug does, and read back', () => {
  const recorded = flow<{ set_cookie: string[] }>('flow-werkzeug-plain-cookie-quoting');
  const values = { fav_cookie: 'chocolate chip', plain: 'snickerdoodle', semi: 'a;b,c"d\\e', uni: 'é' };
  const lines = Object.entries(values).map(([name, value]) => setCookieText({ name, value, path: '/' }));
  expect(lines).toEqual(recorded.set_cookie);
  const header = lines.map((line) => line.replace(/; Path=\/$/, '')).join('; ');
  for (const [name, value] of Object.entries(values)) expect(readCookie(header, name)).toBe(value);
});
