// A client walks to and fro between a real Flask app and an Express app that share a key.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';

import { type FlaskSessionOptions, decodeFlaskSession, encodeFlaskSession, flaskSession, sessionOf, sessionState } from '../src';
import { findFlask, howToInstall } from './find-flask';
import { type RunningFlask, runFlask } from './run-flask';
import { Client, type Served, serve } from './serve';

const key = 'a key that both apps share';
const newKey = 'the key after the rotation';
const thirtyOneDaysMs = 31 * 86_400_000;
const flask = findFlask();
const mayNotSkip = process.env.COOKIE_LESSONS_TOLERATE_NO_SKIP === '1';

if (flask === undefined && !mayNotSkip)
  process.stderr.write(`Skipped: the live test with a real Flask, since no python3 here has it; ${howToInstall}.\n`);

(flask === undefined && !mayNotSkip ? describe.skip : describe)('Flask and Express with one key', () => {
  let running: RunningFlask | undefined;
  const apps: Served[] = [];
  const at = { flask: '', flaskNewKey: '', flaskShort: '', express: '', expressNewKey: '', expressLater: '' };

  /** The same app as in flask_app.py, as far as the tests need it. */
  async function startExpress(options: FlaskSessionOptions): Promise<string> {
    const app = express().use(flaskSession(options));
    app.get('/login/:user', (req, res) => void res.send(String((sessionOf(req).user = req.params.user) && 'in')));
    app.get('/me', (req, res) => void res.send(sessionOf<{ user?: string }>(req).user ?? 'anonymous'));
    app.get('/visit', (req, res) => {
      const session = sessionOf<{ visits?: number }>(req);
      session.visits = (session.visits ?? 0) + 1;
      res.send(String(session.visits));
    });
    app.get('/logout', (req, res) => (sessionState(req).clear(), void res.send('out')));
    app.get('/flash/:message', (req, res) => {
      const session = sessionOf<{ _flashes?: unknown[] }>(req);
      session._flashes = [...(session._flashes ?? []), ['from Express', req.params.message]];
      res.send('flashed');
    });
    const served = await serve(app);
    apps.push(served);
    return served.origin;
  }

  beforeAll(async () => {
    if (flask === undefined)
      throw new Error(`COOKIE_LESSONS_TOLERATE_NO_SKIP=1, and no python3 here has Flask; ${howToInstall}.`);
    running = await runFlask(flask, [
      { SECRET_KEY: key },
      { SECRET_KEY: newKey, SECRET_KEY_FALLBACKS: [key] },
      { SECRET_KEY: key, LIFETIME_SECONDS: 600 },
    ]);
    [at.flask = '', at.flaskNewKey = '', at.flaskShort = ''] = running.origins;
    at.express = await startExpress({ secretKey: key });
    at.expressNewKey = await startExpress({ secretKey: newKey, fallbackKeys: [key] });
    at.expressLater = await startExpress({ secretKey: key, now: () => Date.now() + thirtyOneDaysMs + 2000 });
  });

  afterAll(async () => {
    await Promise.all(apps.map((app) => app.close()));
    await running?.stop();
  });

  it('whoever logs in on one is known to the other, and their logout counts for both', async () => {
    const client = new Client();
    await client.get(`${at.flask}/login/ada`);
    expect((await client.get(`${at.express}/me`)).body).toBe('ada');
    await client.get(`${at.express}/logout`);
    expect((await client.get(`${at.flask}/me`)).body).toBe('anonymous');
    await client.get(`${at.express}/login/eve`);
    expect((await client.get(`${at.flask}/me`)).body).toBe('eve');
    await client.get(`${at.flask}/logout`);
    expect((await client.get(`${at.express}/me`)).body).toBe('anonymous');
  });

  it('both count the same visits', async () => {
    const client = new Client();
    const counts: string[] = [];
    for (const origin of [at.flask, at.express, at.flask, at.express]) counts.push((await client.get(`${origin}/visit`)).body);
    expect(counts).toEqual(['1', '2', '3', '4']);
  });

  it('every type that Flask stored is that type again after Express has signed the session anew', async () => {
    const client = new Client();
    await client.get(`${at.flask}/store`);
    const before = client.cookie('session');
    await client.get(`${at.express}/visit`);
    expect(client.cookie('session')).not.toBe(before);
    expect((await client.get(`${at.flask}/changes`)).body).toBe('[]');
  });

  it('the cookie of one, made anew by the other for the same second, is the same text', async () => {
    const client = new Client();
    await client.get(`${at.flask}/login/ada`);
    const value = client.cookie('session') ?? '';
    const { payload, timestampSeconds } = decodeFlaskSession(value);
    expect(
      encodeFlaskSession(payload as object as Record<string, string>, { secretKey: key, nowMs: timestampSeconds * 1000 }),
    ).toBe(value);
  });

  it('both write the same headers', async () => {
    const flaskSaid = await new Client().get(`${at.flask}/login/ada`);
    const expressSaid = await new Client().get(`${at.express}/login/ada`);
    const attributes = (line = ''): string => line.replace(/=[^;]*/, '');
    expect(attributes(expressSaid.setCookie[0])).toBe(attributes(flaskSaid.setCookie[0]));
    expect(expressSaid.vary).toBe(flaskSaid.vary);
  });

  it('a message flashed on Express is shown by Flask', async () => {
    const client = new Client();
    await client.get(`${at.flask}/flash`);
    await client.get(`${at.express}/flash/hello`);
    expect(JSON.parse((await client.get(`${at.flask}/flashes`)).body)).toEqual([
      ['info', 'Added to cart'],
      ['from Express', 'hello'],
    ]);
  });

  it('a permanent session of Flask is refreshed by Express', async () => {
    const client = new Client();
    await client.get(`${at.flask}/stay/ada`);
    const { setCookie } = await client.get(`${at.express}/me`);
    expect(setCookie[0]).toMatch(/^session=.*; Expires=.* GMT; HttpOnly; Path=\/$/);
    expect((await client.get(`${at.flask}/me`)).body).toBe('ada');
  });

  it.each(['flask', 'express'] as const)('neither believes a cookie of %s that was tampered with', async (maker) => {
    const client = new Client();
    await client.get(`${at[maker]}/login/ada`);
    const [, timestamp = '', signature = ''] = (client.cookie('session') ?? '').split('.');
    const admin = Buffer.from('{"user":"admin"}').toString('base64url');
    for (const forged of [
      `${admin}.${timestamp}.${signature}`,
      encodeFlaskSession({ user: 'admin' }, { secretKey: 'guessed' }),
    ]) {
      client.setCookie('session', forged);
      for (const origin of [at.flask, at.express]) expect((await client.get(`${origin}/me`)).body).toBe('anonymous');
    }
  });

  it('both are as lenient about the last character of a signature', async () => {
    const client = new Client();
    const value = encodeFlaskSession({ user: 'ada' }, { secretKey: key });
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(value.slice(-1));
    for (const [step, user] of [
      [1, 'ada'],
      [4, 'anonymous'],
    ] as const) {
      client.setCookie('session', value.slice(0, -1) + alphabet.charAt((last + step) % 64));
      for (const origin of [at.flask, at.express]) expect((await client.get(`${origin}/me`)).body).toBe(user);
    }
  });

  it('neither knows a session that is too old, permanent or not', async () => {
    const client = new Client();
    await client.get(`${at.flask}/login/ada`);
    expect((await client.get(`${at.expressLater}/me`)).body).toBe('anonymous');
    const elevenMinutesOld = encodeFlaskSession({ user: 'ada' }, { secretKey: key, nowMs: Date.now() - 660_000 });
    client.setCookie('session', elevenMinutesOld);
    expect((await client.get(`${at.flask}/me`)).body).toBe('ada');
    expect((await client.get(`${at.flaskShort}/me`)).body).toBe('anonymous');
    client.setCookie(
      'session',
      encodeFlaskSession({ user: 'ada' }, { secretKey: key, nowMs: Date.now() - thirtyOneDaysMs - 2000 }),
    );
    expect((await client.get(`${at.flask}/me`)).body).toBe('anonymous');
  });

  it('a session outlives the rotation of keys by way of Express, and is signed with the new one when it changes', async () => {
    const client = new Client();
    await client.get(`${at.flask}/login/ada`);
    expect((await client.get(`${at.expressNewKey}/me`)).body).toBe('ada');
    await client.get(`${at.expressNewKey}/visit`);
    expect((await client.get(`${at.flaskNewKey}/me`)).body).toBe('ada');
    expect((await client.get(`${at.express}/me`)).body).toBe('anonymous');
  });

  it('a session of Express outlives it by way of Flask where Flask has fallback keys, from 3.1 on', async () => {
    const client = new Client();
    await client.get(`${at.express}/login/ada`);
    const [major, minor] = flask?.version ?? [0, 0];
    const known = major > 3 || (major === 3 && minor >= 1);
    expect((await client.get(`${at.flaskNewKey}/me`)).body).toBe(known ? 'ada' : 'anonymous');
  });
});
