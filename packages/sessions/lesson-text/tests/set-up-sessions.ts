// What the page says of setting up sessions.

import { createHmac } from 'node:crypto';

import { pairNamed as pairOf } from '@cookie-lessons/lesson-proof';
import { describe, expect, test } from '@jest/globals';
import cookieSession from 'cookie-session';
import type { RequestHandler } from 'express';
import { flaskSession, sessionState } from 'flask-session-cookie';

import {
  pages,
  sessionKey,
  snippet,
  appOf,
  claim,
  appWith,
  sessionOnServer,
  sessionInCookie,
  stored,
  replace,
  bodies,
} from './the-text';
import { type Answer, playOnExpress, type Step } from './play';

export function proveSetUpSessions(): void {
  describe('set up sessions', () => {
    const four: readonly Step[] = [{ path: '/' }, { path: '/' }, { path: '/' }, { path: '/', browser: 'other' }];
    const shown = (lines: readonly string[]): readonly string[] =>
      lines.map((line) => `Set-Cookie: ${line.replace(/(ZVPxAA\.|sig=|=s%3A)[^;]+/, '$1…')}`);
    test.each(['with-flask-session-cookie', 'with-cookie-session', 'with-express-session'])(
      'set-up-sessions: %s counts',
      async (name) => {
        const answers = await playOnExpress(appOf(name), four);
        expect(bodies(answers)).toEqual(['Visit 1', 'Visit 2', 'Visit 3', 'Visit 1']);
        expect(pages.get('set-up-sessions')).toContain(`\n${shown(answers[0]?.setCookies ?? []).join('\n')}\n`);
        delete process.env.SESSION_KEY;
        expect(() => snippet(name)).toThrow('SESSION_KEY is not set.');
        process.env.SESSION_KEY = sessionKey;
      },
    );
    claim('set-up-sessions', '**`HttpOnly` is on; `Secure`, `SameSite` and a lifetime are off**', async () => {
      const routes = { '/': (req, res) => void res.json((stored(req).a = 1)) } satisfies Record<string, RequestHandler>;
      const bare = [flaskSession({ secretKey: sessionKey }), sessionInCookie(), sessionOnServer()];
      for (const middleware of bare) {
        const [answer] = await playOnExpress(appWith([middleware], routes), [{ path: '/' }]);
        for (const line of answer?.setCookies ?? []) {
          expect(
            line
              .split('; ')
              .slice(1)
              .map((each) => each.toLowerCase())
              .sort(),
          ).toEqual(['httponly', 'path=/']);
        }
        expect(answer?.setCookies.map((line) => line.split('=')[0])).toEqual(
          middleware === bare[0] ? ['session'] : middleware === bare[1] ? ['session', 'session.sig'] : ['connect.sid'],
        );
      }
    });
    claim('set-up-sessions', ['signs with the empty key', '`keys: [undefined]` sets no cookie at all'], async () => {
      const routes = { '/': (req, res) => void res.json(replace(req, { a: 1 })) } satisfies Record<string, RequestHandler>;
      const [empty] = await playOnExpress(appWith([cookieSession({ keys: [''] })], routes), [{ path: '/' }]);
      const pair = pairOf(empty as Answer, 'session');
      const signature = createHmac('sha1', '').update(pair).digest('base64url');
      expect(pairOf(empty as Answer, 'session.sig')).toBe(`session.sig=${signature}`);
      const [none] = await playOnExpress(appWith([cookieSession({ keys: [undefined as unknown as string] })], routes), [
        { path: '/' },
      ]);
      expect([none?.status, none?.setCookies]).toEqual([200, []]);
    });
    claim(
      'set-up-sessions',
      ['set **no cookie at all**, silently', "makes Express believe the proxy's `X-Forwarded-Proto`"],
      async () => {
        const routes = { '/': (req, res) => void res.json((stored(req).a = 1)) } satisfies Record<string, RequestHandler>;
        for (const middleware of [
          cookieSession({ keys: [sessionKey], secure: true }),
          sessionOnServer({ cookie: { secure: true } }),
        ]) {
          const app = appWith([middleware], routes);
          const proxied = { path: '/', headers: { 'x-forwarded-proto': 'https' } };
          const [plain, before] = await playOnExpress(app, [{ path: '/' }, proxied]);
          app.set('trust proxy', 1);
          const [after] = await playOnExpress(app, [proxied]);
          expect([plain?.status, plain?.setCookies, before?.setCookies]).toEqual([200, [], []]);
          expect(after?.setCookies.length).toBeGreaterThan(0);
        }
        expect(pages.get('set-up-sessions')).toContain('The other two send it in any case');
        const asFlask = appWith([flaskSession({ secretKey: sessionKey, sessionCookieSecure: true })], routes);
        expect((await playOnExpress(asFlask, [{ path: '/' }]))[0]?.setCookies).toEqual([expect.stringContaining('; Secure')]);
      },
    );
    claim('set-up-sessions', ['| cookie-session, express-session | yes', '| flask-session-cookie, Flask | **no**'], async () => {
      const routes = {
        '/': (req, res) => void res.json(stored(req).cart ?? null),
        '/begin': (req, res) => void res.json((stored(req).cart = [])),
        '/push': (req, res) => void res.json(stored(req).cart?.push('milk')),
      } satisfies Record<string, RequestHandler>;
      const saved = async (middleware: RequestHandler): Promise<unknown> =>
        bodies(await playOnExpress(appWith([middleware], routes), [{ path: '/begin' }, { path: '/push' }, { path: '/' }]))[2];
      expect(await saved(sessionInCookie())).toBe('["milk"]');
      expect(await saved(sessionOnServer())).toBe('["milk"]');
      expect(await saved(flaskSession({ secretKey: sessionKey }))).toBe('[]');
    });
    const warned: string[] = [];
    test.each([
      {
        name: 'flask-session-cookie',
        middleware: () => flaskSession({ secretKey: sessionKey, warn: (message) => void warned.push(message) }) as RequestHandler,
        whenChanged: 1,
      },
      { name: 'cookie-session', middleware: sessionInCookie, whenChanged: 2 },
      { name: 'express-session', middleware: sessionOnServer, whenChanged: 0 },
    ])(
      'set-up-sessions: read, write, delete, and when the cookie is sent, with $name',
      async ({ name, middleware, whenChanged }) => {
        const app = appWith([middleware()], {
          '/': (req, res) => void res.json(stored(req).zip ?? null),
          '/untouched': (_req, res) => void res.send('hello'),
          '/write/:zip': (req, res) => void res.json((stored(req).zip = String(req.params.zip))),
          '/delete': (req, res) => {
            delete stored(req).zip;
            res.end();
          },
          '/all': (req, res, next) => {
            if (name === 'express-session') return void req.session.destroy((error) => (error ? next(error) : res.end()));
            if (name === 'cookie-session') replace(req, null);
            else sessionState(req).clear();
            res.end();
          },
          '/late': (req, res) => {
            const session = stored(req);
            res.send('answered');
            session.zip = 'late';
          },
        });
        const answers = await playOnExpress(app, [
          { path: '/untouched' },
          { path: '/write/63105' },
          { path: '/' },
          { path: '/untouched' },
          { path: '/write/63106' },
          { path: '/delete' },
          { path: '/' },
          { path: '/write/63107' },
          { path: '/all' },
          { path: '/' },
        ]);
        expect([2, 6, 9].map((at) => answers[at]?.body)).toEqual(['"63105"', 'null', 'null']);
        expect([0, 2, 3].map((at) => answers[at]?.setCookies.length)).toEqual([0, 0, 0]);
        expect(answers[1]?.setCookies.length).toBeGreaterThan(0);
        expect(answers[4]?.setCookies).toHaveLength(whenChanged);
        expect(pages.get('set-up-sessions')).toContain('express-session saves as the answer ends, so there it is lost as well');
        const late = await playOnExpress(app, [{ path: '/write/63105' }, { path: '/late' }, { path: '/' }]);
        expect(late[2]?.body).toBe('"63105"');
        if (name === 'flask-session-cookie') expect(warned.join()).toContain('after the headers were sent');
      },
    );
  });
}
