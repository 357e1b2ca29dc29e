// What the page says of signed cookies in Express.

import { createHmac } from 'node:crypto';

import { pairNamed as pairOf } from '@cookie-lessons/lesson-proof';
import { describe, expect } from '@jest/globals';
import cookieParser from 'cookie-parser';
import express, { type RequestHandler } from 'express';
import expressSession from 'express-session';

import { sessionKey, snippet, appOf, claim, appWith, sessionOnServer, cookiesOf, signedOf, stored, bodies } from './the-text';
import { type Answer, firstMomentSeconds, playOnExpress } from './play';

export function proveSignedCookiesInExpress(): void {
  describe('signed cookies in Express', () => {
    const signed = 's%3Aada.aQbM0HPsroMvUyrmf1aSOQUY8LtaYVZ95q0UqSIVPY0';
    const show = { '/': (req, res) => void res.json([String(signedOf(req).name), String(cookiesOf(req).name)]) } satisfies Record<
      string,
      RequestHandler
    >;
    const sees = async (cookie: string, parser = cookieParser('vector-secret')): Promise<unknown> => {
      const [answer] = await playOnExpress(appWith([parser], show), [{ path: '/', cookie }]);
      return JSON.parse(answer?.body ?? '');
    };

    claim('signed-cookies-in-express', `Set-Cookie: name=${signed}; Path=/; HttpOnly; SameSite=Lax\n`, async () => {
      const answers = await playOnExpress(appOf('signed-cookie'), [
        { path: '/' },
        { path: '/remember/ada' },
        { path: '/' },
        { path: '/', cookie: 'name=ada' },
        { path: '/', cookie: `name=${signed.replace('ada', 'bob')}` },
      ]);
      expect(answers[1]?.setCookies).toEqual([`name=${signed}; Path=/; HttpOnly; SameSite=Lax`]);
      expect(bodies(answers).filter((body) => body.startsWith('Hello'))).toEqual([
        'Hello stranger',
        'Hello ada',
        'Hello stranger',
        'Hello stranger',
      ]);
      delete process.env.COOKIE_KEY;
      expect(() => snippet('signed-cookie')).toThrow('COOKIE_KEY is not set.');
      process.env.COOKIE_KEY = 'vector-secret';
    });
    claim('signed-cookies-in-express', 'const name = req.signedCookies.name || req.cookies.name; // wrong', async () => {
      const app = appWith([cookieParser('vector-secret')], {
        '/': (req, res) => void res.send(signedOf(req).name || cookiesOf(req).name),
      });
      expect(bodies(await playOnExpress(app, [{ path: '/', cookie: 'name=ada' }]))).toEqual(['ada']);
    });
    claim(
      'signed-cookies-in-express',
      [
        '| one with a wrong signature | **`false`** | `undefined` |',
        '| one without any | `undefined` | what was sent |',
        '| one with a right signature | the value | `undefined` |',
        '| no such cookie | `undefined` | `undefined` |',
      ],
      async () => {
        expect(await sees('')).toEqual(['undefined', 'undefined']);
        expect(await sees(`name=${signed}`)).toEqual(['ada', 'undefined']);
        expect(await sees(`name=${signed.replace('ada', 'bob')}`)).toEqual(['false', 'undefined']);
        expect(await sees('name=ada')).toEqual(['undefined', 'ada']);
      },
    );
    claim('signed-cookies-in-express', 'is just as valid in the cookie `role`', async () => {
      const app = appWith([cookieParser('vector-secret')], { '/': (req, res) => void res.send(signedOf(req).role) });
      expect(bodies(await playOnExpress(app, [{ path: '/', cookie: `role=${signed}` }]))).toEqual(['ada']);
    });
    claim('signed-cookies-in-express', 'a visitor who may choose a signed value can make a valid session id', async () => {
      const app = express();
      app.use('/shop', cookieParser(sessionKey), (req, res) => {
        res.cookie('note', req.query.text, { signed: true, encode: String }).end();
      });
      const store = new expressSession.MemoryStore();
      app.use(sessionOnServer({ store }));
      app.get('/', (req, res) => void res.send(stored(req).user ?? 'nobody'));
      const ada = { cookie: { originalMaxAge: null, path: '/' }, user: 'ada' };
      store.set('an-id-seen-in-a-log', ada);
      const answers = await playOnExpress(app, [
        { path: '/shop?text=an-id-seen-in-a-log' },
        ([first]) => ({ path: '/', cookie: `connect.sid=${encodeURIComponent(pairOf(first as Answer, 'note').slice(5))}` }),
      ]);
      expect(answers[1]?.body).toBe('ada');
    });
    claim(
      'signed-cookies-in-express',
      ['a `connect.sid` that cookie-parser has verified with its own key is accepted as well', 'a deprecation warning'],
      async () => {
        const signedByTheOther = `connect.sid=${signed.replace('ada', 'an-id').replace(/[^.]+$/, '')}${encodeURIComponent(
          createHmac('sha256', 'vector-secret').update('an-id').digest('base64').replace(/=+$/, ''),
        )}`;
        const whoIs = async (order: (session: RequestHandler) => readonly RequestHandler[]): Promise<unknown> => {
          const store = new expressSession.MemoryStore();
          store.set('an-id', { cookie: { originalMaxAge: null, path: '/' }, user: 'ada' } as expressSession.SessionData);
          const app = appWith(order(sessionOnServer({ store })), {
            '/': (req, res) => void res.send(stored(req).user ?? 'nobody'),
          });
          return bodies(await playOnExpress(app, [{ path: '/', cookie: signedByTheOther }]))[0];
        };
        const warned: string[] = [];
        const listen = (warning: Error): void => void warned.push(warning.message);
        process.on('deprecation' as never, listen as never);
        expect(await whoIs((session) => [cookieParser('vector-secret'), session])).toBe('ada');
        process.off('deprecation', listen);
        expect(warned).toEqual(['cookie should be available in req.headers.cookie']);
        expect(await whoIs((session) => [session, cookieParser('vector-secret')])).toBe('nobody');
        expect(await whoIs((session) => [cookieParser(), session])).toBe('nobody');
      },
    );
    claim('signed-cookies-in-express', 'A signed cookie is valid until you change the key', async () => {
      const [answer] = await playOnExpress(appWith([cookieParser('vector-secret')], show), [
        { path: '/', cookie: `name=${signed}`, atSeconds: firstMomentSeconds + 100 * 365 * 86_400 },
      ]);
      expect(answer?.body).toContain('ada');
    });
    claim(
      'signed-cookies-in-express',
      [
        '| `j:{"admin":true}` | `{ admin: true }` |',
        '| `j:["tea"]` | `[\'tea\']` |',
        '| `j:5` | `5` |',
        "is true for `['tea']` as for `'tea'`, and throws for the other two",
      ],
      async () => {
        const app = appWith([cookieParser('vector-secret')], {
          '/': (req, res) => void res.json(cookiesOf(req).cart),
          '/sign': (req, res) => void res.cookie('cart', req.query.cart, { signed: true }).end(),
          '/signed': (req, res) => void res.json(signedOf(req).cart),
        });
        const text = encodeURIComponent('j:{"admin":true}');
        const answers = await playOnExpress(app, [
          { path: '/', cookie: `cart=${text}` },
          { path: '/', cookie: `cart=${encodeURIComponent('j:["tea"]')}` },
          { path: '/', cookie: `cart=${encodeURIComponent('j:5')}` },
          { path: '/', cookie: 'cart=tea' },
          { path: `/sign?cart=${text}` },
          { path: '/signed' },
        ]);
        expect(bodies(answers)).toEqual(['{"admin":true}', '["tea"]', '5', '"tea"', '', '{"admin":true}']);
        const carts = bodies(answers)
          .slice(0, 4)
          .map((body) => JSON.parse(body) as string);
        expect(carts.map((cart) => attempt(() => cart.includes('tea')))).toEqual(['threw', true, 'threw', true]);
      },
    );
    claim(
      'signed-cookies-in-express',
      ["| `cookieParser([''])` | **verifies, with the empty key**", '| signs with the first, accepts both |'],
      async () => {
        const withKey = (key: string): string =>
          `name=${encodeURIComponent(`s:ada.${createHmac('sha256', key).update('ada').digest('base64').replace(/=+$/, '')}`)}`;
        expect(await sees(withKey(''), cookieParser(['']))).toEqual(['ada', 'undefined']);
        for (const none of [undefined, '']) {
          expect(await sees(withKey(''), cookieParser(none))).toEqual(['undefined', expect.stringContaining('s:ada')]);
          const app = appWith([cookieParser(none)], {
            '/': (_req, res) => {
              expect(() => res.cookie('name', 'ada', { signed: true })).toThrow('required for signed cookies');
              res.send('threw');
            },
          });
          expect(bodies(await playOnExpress(app, [{ path: '/' }]))).toEqual(['threw']);
        }
        expect(await sees(withKey('old'), cookieParser(['new', 'old']))).toEqual(['ada', 'undefined']);
        const app = appWith([cookieParser(['new', 'old'])], {
          '/': (_req, res) => void res.cookie('name', 'ada', { signed: true }).end(),
        });
        expect(pairOf((await playOnExpress(app, [{ path: '/' }]))[0] as Answer, 'name')).toBe(withKey('new'));
      },
    );
  });
}

function attempt<Value>(what: () => Value): Value | 'threw' {
  try {
    return what();
  } catch {
    return 'threw';
  }
}
