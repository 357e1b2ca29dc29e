// What the page says of the life of a session.

import { createHmac, randomUUID } from 'node:crypto';

import { pairNamed as pairOf } from '@cookie-lessons/lesson-proof';
import { describe, expect, test } from '@jest/globals';
import type { RequestHandler } from 'express';
import expressSession from 'express-session';
import { flaskSession } from 'flask-session-cookie';

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
import { type Answer, firstMomentSeconds, playOnExpress, type Step } from './play';

export function proveLifeOfASession(): void {
  describe('the life of a session', () => {
    claim('life-of-a-session', '`saveUninitialized: false` is what makes it lazy', async () => {
      const answers = await playOnExpress(appOf('lazy'), [{ path: '/' }, { path: '/cart/tea', method: 'POST' }, { path: '/' }]);
      expect(answers.map(({ setCookies }) => setCookies.length)).toEqual([0, 1, 0]);
      expect(answers[2]?.body).toBe('["tea"]');
    });
    claim('life-of-a-session', 'The default is `true` (and warns that you should choose)', async () => {
      const warned: string[] = [];
      const listen = (warning: Error): void => void warned.push(warning.message);
      process.on('deprecation' as never, listen as never);
      const app = appWith([expressSession({ secret: sessionKey, resave: false })], {
        '/': (_req, res) => void res.send('hello'),
      });
      process.off('deprecation', listen);
      expect(warned.join()).toContain('saveUninitialized');
      expect((await playOnExpress(app, [{ path: '/' }]))[0]?.setCookies).toHaveLength(1);
      const untouched = appWith([sessionInCookie()], { '/': (_req, res) => void res.send('hello') });
      expect((await playOnExpress(untouched, [{ path: '/' }]))[0]?.setCookies).toHaveLength(0);
    });

    const login = { path: '/login', method: 'POST', form: { name: 'ada', password: 'difference engine' } } as const;
    claim('life-of-a-session', '**the old id is dead after the login**', async () => {
      const answers = await playOnExpress(appOf('login'), [
        { path: '/cart/tea', method: 'POST', browser: 'mallory' },
        ([planted]) => ({ ...login, cookie: pairOf(planted as Answer, 'connect.sid'), browser: 'ada' }),
        { path: '/', browser: 'ada' },
        { path: '/', browser: 'mallory' },
        { ...login, form: { name: 'ada', password: 'wrong' }, browser: 'guesser' },
        { path: '/login', method: 'POST', browser: 'guesser' },
      ]);
      expect(bodies(answers).slice(2, 4)).toEqual(['{"user":"ada","cart":["tea"]}', '{"user":null,"cart":[]}']);
      expect(answers.slice(4).map(({ status }) => status)).toEqual([401, 401]);
      expect(pairOf(answers[1] as Answer, 'connect.sid')).not.toBe(pairOf(answers[0] as Answer, 'connect.sid'));
    });
    claim('life-of-a-session', '4. Mallory still has the id. Now she is Ada.', async () => {
      const app = appWith([sessionOnServer()], {
        '/': (req, res) => void res.send(stored(req).user ?? 'nobody'),
        '/cart': (req, res) => void res.json((stored(req).cart = ['tea'])),
        '/login': (req, res) => void res.send((stored(req).user = 'ada')),
      });
      const answers = await playOnExpress(app, [
        { path: '/cart', browser: 'mallory' },
        ([planted]) => ({ path: '/login', cookie: pairOf(planted as Answer, 'connect.sid'), browser: 'ada' }),
        { path: '/', browser: 'mallory' },
      ]);
      expect(answers[2]?.body).toBe('ada');
    });
    claim('life-of-a-session', "at Ada's login Ada alone gets a cookie that says `ada`", async () => {
      const app = appWith([sessionInCookie()], {
        '/': (req, res) => void res.send(stored(req).user ?? 'nobody'),
        '/cart': (req, res) => void res.json((stored(req).cart = ['tea'])),
        '/login': (req, res) => void res.send((stored(req).user = 'ada')),
      });
      const planted = ([first]: readonly Answer[]): string =>
        ['session', 'session.sig'].map((name) => pairOf(first as Answer, name)).join('; ');
      const answers = await playOnExpress(app, [
        { path: '/cart', browser: 'mallory' },
        (soFar) => ({ path: '/login', cookie: planted(soFar), browser: 'ada' }),
        { path: '/', browser: 'mallory' },
        { path: '/', browser: 'ada' },
      ]);
      expect(bodies(answers).slice(2)).toEqual(['nobody', 'ada']);
    });
    claim('life-of-a-session', 'Two clocks, for two dangers', async () => {
      const minutes = (count: number): number => firstMomentSeconds + count * 60;
      const idle = await playOnExpress(appOf('limits'), [
        { path: '/login', method: 'POST' },
        { path: '/', atSeconds: minutes(30) },
        { path: '/', atSeconds: minutes(61) },
      ]);
      expect(bodies(idle)).toEqual(['Welcome', 'ada', 'nobody']);
      const busy = await playOnExpress(appOf('limits'), [
        { path: '/login', method: 'POST' },
        ...Array.from({ length: 25 }, (_, at): Step => ({ path: '/', atSeconds: minutes((at + 1) * 20) })),
      ]);
      expect(bodies(busy).slice(1)).toEqual([...Array<string>(24).fill('ada'), 'nobody']);
    });

    test.each<{ says: string; middleware: () => RequestHandler; end: RequestHandler; afterwards: string }>([
      {
        says: "| `res.clearCookie('connect.sid')` alone | still works |",
        middleware: sessionOnServer,
        end: (_req, res) => void res.clearCookie('connect.sid').end(),
        afterwards: 'ada',
      },
      {
        says: "| `req.session = null` in express-session | still works (`unset: 'keep'` is the default) |",
        middleware: sessionOnServer,
        end: (req, res) => {
          replace(req, null);
          res.end();
        },
        afterwards: 'ada',
      },
      {
        says: '| `req.session.destroy(…)` | is dead; the browser keeps a cookie that opens nothing',
        middleware: sessionOnServer,
        end: (req, res) => void req.session.destroy(() => res.end()),
        afterwards: 'nobody',
      },
      {
        says: '| `req.session = null` in cookie-session | still works |',
        middleware: sessionInCookie,
        end: (req, res) => {
          replace(req, null);
          res.end();
        },
        afterwards: 'ada',
      },
    ])('life-of-a-session: $says', async ({ says, middleware, end, afterwards }) => {
      expect(pages.get('life-of-a-session')).toContain(says);
      const app = appWith([middleware()], {
        '/': (req, res) => void res.send(stored(req).user ?? 'nobody'),
        '/login': (req, res) => void res.send((stored(req).user = 'ada')),
        '/logout': end,
      });
      const answers = await playOnExpress(app, [
        { path: '/login' },
        { path: '/logout' },
        ([first]) => ({ path: '/', cookie: (first?.setCookies ?? []).map((line) => line.split(';')[0]).join('; ') }),
      ]);
      expect(answers[2]?.body).toBe(afterwards);
      if (says.includes('destroy')) expect(answers[1]?.setCookies).toEqual([]);
    });
    claim('life-of-a-session', 'cookie-session has no time at all: its cookies are valid until the key changes', async () => {
      const app = appWith([sessionInCookie()], {
        '/': (req, res) => void res.send(stored(req).user ?? 'nobody'),
        '/login': (req, res) => void res.send((stored(req).user = 'ada')),
      });
      const answers = await playOnExpress(app, [
        { path: '/login' },
        { path: '/', atSeconds: firstMomentSeconds + 100 * 365 * 86_400 },
      ]);
      expect(answers[1]?.body).toBe('ada');
    });
    claim('life-of-a-session', 'refuse what is older than 31 days', async () => {
      const app = appWith([flaskSession({ secretKey: sessionKey })], {
        '/': (req, res) => void res.send(stored(req).user ?? 'nobody'),
        '/login': (req, res) => void res.send((stored(req).user = 'ada')),
      });
      const month = firstMomentSeconds + 31 * 86_400;
      const answers = await playOnExpress(app, [
        { path: '/login' },
        { path: '/', atSeconds: month },
        { path: '/', atSeconds: month + 1 },
      ]);
      expect(bodies(answers).slice(1)).toEqual(['ada', 'nobody']);
    });
    claim('life-of-a-session', 'That is as many bits as express-session uses', async () => {
      const newId = snippet('new-id').newId as () => string;
      expect(newId()).toMatch(/^[\w-]{32}$/);
      expect(newId()).not.toBe(newId());
      const [answer] = await playOnExpress(
        appWith([sessionOnServer()], { '/': (req, res) => void res.json((stored(req).cart = [])) }),
        [{ path: '/' }],
      );
      expect(decodeURIComponent(pairOf(answer as Answer, 'connect.sid'))).toMatch(/^connect\.sid=s:[\w-]{32}\./);
    });
    claim(
      'life-of-a-session',
      ['with 122 bits of it; 6 of its 128 are fixed', 'takes 585 years', 'hold 64 bits, not 128'],
      () => {
        for (const uuid of Array.from({ length: 200 }, () => randomUUID())) expect(uuid).toMatch(/^.{14}4.{4}[89ab]/);
        expect(Math.round(2 ** 64 / (100_000 * 10_000) / (365.25 * 86_400))).toBe(585);
      },
    );
    claim('life-of-a-session', 'even when the unknown id carries a right signature', async () => {
      const mine = 'an-id-of-my-own-choice-00000000000';
      const signature = createHmac('sha256', sessionKey).update(mine).digest('base64').replace(/=+$/, '');
      const app = appWith([sessionOnServer()], {
        '/': (req, res) => void res.send(`${(stored(req).user = 'ada')} ${req.sessionID}`),
      });
      const [answer] = await playOnExpress(app, [
        { path: '/', cookie: `connect.sid=${encodeURIComponent(`s:${mine}.${signature}`)}` },
      ]);
      expect(answer?.body).toMatch(/^ada [\w-]{32}$/);
      expect(answer?.body).not.toContain(mine);
    });
  });
}
