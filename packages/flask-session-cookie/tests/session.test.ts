// A request's session in the hands of an application.

import { describe, expect, it } from '@jest/globals';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import { type FlaskSessionOptions, encodeFlaskSession, flaskSession, sessionOf, sessionState, verifyFlaskSession } from '../src';
import { oneExchange } from './one-exchange';

const secretKey = 'a key for tests';
const nowMs = 1_700_000_000_000;
const day = 86_400_000;
const options = { secretKey, now: () => nowMs };
const cookieOf = (session: Parameters<typeof encodeFlaskSession>[0], key = secretKey, at = nowMs): string =>
  `session=${encodeFlaskSession(session, { secretKey: key, nowMs: at })}`;
const valueIn = (line = ''): string => /=([^;]*)/.exec(line)?.[1] ?? '';

function attached(given: FlaskSessionOptions = options): { request: IncomingMessage; response: ServerResponse } {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  flaskSession(given)(request, response, (error) => {
    if (error !== undefined) throw error as Error;
  });
  return { request, response };
}

describe('what is noticed', () => {
  it.each<[string, (session: Record<string, unknown>) => unknown, boolean]>([
    ['setting a value', (session) => (session.b = 1), true],
    ['setting the same value again', (session) => (session.a = 1), true],
    ['Object.assign', (session) => Object.assign(session, { b: 1 }), true],
    ['deleting a value', (session) => delete session.a, true],
    ['deleting what is not there', (session) => delete session.b, false],
    ['reading', (session) => session.a, false],
    ['asking with in', (session) => 'a' in session, false],
    ['listing', (session) => Object.keys(session), false],
  ])('%s', (_what, view, changed) => {
    const { setCookie, vary } = oneExchange(options, { cookie: cookieOf({ a: 1 }), view: (session) => view(session()) });
    expect({ changed: setCookie.length, vary }).toEqual({ changed: changed ? 1 : 0, vary: 'Cookie' });
  });

  it('nothing, if nobody asked for the session', () => {
    expect(oneExchange(options, { cookie: cookieOf({ a: 1 }) })).toEqual({ error: undefined, setCookie: [], vary: null });
  });

  it('a value set to undefined leaves the cookie, and the last one deletes it', () => {
    const cookie = cookieOf({ a: 1 });
    const { setCookie } = oneExchange(options, { cookie, view: (session) => (session().a = undefined) });
    expect(setCookie).toEqual(['session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; HttpOnly; Path=/']);
  });

  it('clear() deletes the cookie with the attributes it was set with', () => {
    const hardened = { ...options, sessionCookieDomain: '.example.com:80', sessionCookiePartitioned: true } as const;
    const { setCookie } = oneExchange(hardened, { view: (_session, state) => state().clear() });
    expect(setCookie).toEqual([
      'session=; Domain=example.com; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Secure; HttpOnly; Path=/; Partitioned',
    ]);
  });

  it('an unstorable value is refused where it is set', () => {
    const { request } = attached();
    expect(() => Object.assign(sessionOf(request), { price: () => 1 })).toThrow("The session's price is a function");
    expect(sessionState(request).modified).toBe(false);
  });
});

describe('the session object', () => {
  it('has no prototype, so that a name is absent until it is stored', () => {
    const { request } = attached();
    const session = sessionOf(request);
    expect([session.constructor, session.toString, '__proto__' in session]).toEqual([undefined, undefined, false]);
    session.__proto__ = { admin: true };
    expect([session.admin, Object.keys(session)]).toEqual([undefined, ['__proto__']]);
    expect((): unknown => Object.setPrototypeOf(session, {})).toThrow(TypeError);
    expect(() => Object.freeze(session)).toThrow(TypeError);
    expect(() => Object.defineProperty(session, 'x', { get: () => 1 })).toThrow(TypeError);
  });

  it('is req.session, which cannot be replaced by mistake', () => {
    const { request } = attached() as { request: IncomingMessage & { session?: unknown } };
    expect(request.session).toBe(sessionOf(request));
    expect(() => (request.session = null)).toThrow(expect.objectContaining({ code: 'session-replaced' }));
  });

  it("leaves another middleware's req.session alone", () => {
    const request = Object.assign(new IncomingMessage(new Socket()), { session: 'theirs' });
    flaskSession(options)(request, new ServerResponse(request), () => {});
    expect([request.session, Object.keys(sessionOf(request))]).toEqual(['theirs', []]);
  });

  it('keeps Flask’s attributes apart from the values', () => {
    const { request } = attached();
    const state = sessionState(request);
    expect([state.permanent, state.modified, state.new]).toEqual([false, false, false]);
    state.permanent = true;
    sessionOf(request).permanent = 'a value of that name';
    expect({ ...sessionOf(request) }).toEqual({ _permanent: true, permanent: 'a value of that name' });
    expect([state.permanent, state.modified, state.accessed]).toEqual([true, true, true]);
  });

  it('is missed with a sentence that says what to do', () => {
    const request = new IncomingMessage(new Socket());
    expect(() => sessionOf(request)).toThrow('mount app.use(flaskSession({ … })) before this handler');
  });

  it('is not made twice for one request', () => {
    const { request, response } = attached();
    let error: unknown;
    flaskSession(options)(request, response, (passed) => (error = passed));
    expect(error).toMatchObject({ code: 'mounted-twice' });
  });
});

describe('keys', () => {
  const rotated = { ...options, secretKey: 'new', fallbackKeys: ['oldest', 'old'] };

  it.each(['new', 'old', 'oldest'])(
    'a session signed with the %s key is known, and signed with the new one when it changes',
    (key) => {
      const { setCookie } = oneExchange(rotated, {
        cookie: cookieOf({ user: 'ada' }, key),
        view: (session) => (session().visits = 1),
      });
      expect(verifyFlaskSession(valueIn(setCookie[0]), { secretKey: 'new', nowMs })).toMatchObject({
        ok: true,
        session: { user: 'ada', visits: 1 },
      });
    },
  );

  it('a retired key is named as such', () => {
    const value = valueIn(cookieOf({ a: 1 }, 'old'));
    expect(verifyFlaskSession(value, { secretKey: 'new', fallbackKeys: ['old'], nowMs })).toMatchObject({
      signedWith: 'fallback-key',
    });
  });

  it('an empty key verifies nothing', () => {
    const value = valueIn(cookieOf({ a: 1 }));
    expect(() => verifyFlaskSession(value, { secretKey: '' })).toThrow(expect.objectContaining({ code: 'no-secret-key' }));
    expect(() => verifyFlaskSession(value, { secretKey, fallbackKeys: [''] })).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    );
    expect(() => encodeFlaskSession({}, { secretKey: Buffer.alloc(0) })).toThrow(
      expect.objectContaining({ code: 'no-secret-key' }),
    );
  });
});

describe('age', () => {
  it.each([
    ['31 days', nowMs - 31 * day, 1],
    ['31 days and a second', nowMs - 31 * day - 1000, 0],
    ['a second in the future', nowMs + 1000, 0],
  ])('a session that is not permanent and %s old', (_age, at, known) => {
    let names: string[] = [];
    oneExchange(options, {
      cookie: cookieOf({ user: 'ada' }, secretKey, at),
      view: (session) => (names = Object.keys(session())),
    });
    expect(names).toHaveLength(known);
  });
});

describe('the Cookie header', () => {
  const good = cookieOf({ user: 'ada' });
  it.each([
    ['among others', `a=1; ${good}; b=2`, true],
    ['with quotes that a proxy added', `session="${valueIn(good)}"`, true],
    ['with spaces around', `a=1;  ${good.replace('=', ' = ')}  ;b`, true],
    ['first of two', `${good}; session=other`, true],
    ['second of two', `session=other; ${good}`, false],
    ['after nonsense', `=; ";; a b=c; ${good}`, true],
    ['under a longer name', `my${good}`, false],
    ['inside a quoted value', `a="; ${good}; "`, false],
    ['empty', 'session=', false],
  ])('has the session %s', (_where, cookie, known) => {
    let user: unknown;
    const { error } = oneExchange(options, { cookie, view: (session) => (user = session().user) });
    expect({ error, user }).toEqual({ error: undefined, user: known ? 'ada' : undefined });
  });

  it('takes no longer for a header full of spaces', () => {
    const startedMs = performance.now();
    oneExchange(options, { cookie: `${'a= '.repeat(5)}${' '.repeat(100_000)}"${'a="\\";'.repeat(20_000)}` });
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });
});

describe('warnings', () => {
  it('come once per kind: a cookie too large for browsers is sent all the same', () => {
    const said: string[] = [];
    const middleware = { ...options, warn: (message: string) => said.push(message) };
    const noise = Array.from({ length: 900 }, (_, index) => encodeFlaskSession({ index }, { secretKey, nowMs }).slice(-8)).join(
      '',
    );
    const { setCookie } = oneExchange(middleware, { view: (session) => (session().noise = noise) });
    expect(setCookie[0]?.length).toBeGreaterThan(4096);
    expect(said).toEqual([expect.stringMatching(/^The session cookie is too large: \d+ bytes\./)]);
  });

  it('tell of a change that comes too late', () => {
    const said: string[] = [];
    const { request, response } = attached({ ...options, warn: (message) => said.push(message) });
    response.writeHead(200);
    sessionOf(request).user = 'ada';
    sessionOf(request).user = 'eve';
    expect(said).toEqual(['The session was changed after the headers were sent; the change is lost.']);
  });
});
