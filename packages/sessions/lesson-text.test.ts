// What the lesson text says is run: every code block that says `run`, on Express and on the real Flask, and each claim beside its words.

// First: it takes over the clock, which some packages take hold of when they are loaded.
import { type Answer, firstMomentSeconds, playOnExpress, type Step } from './lesson-text/tests/play';

import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import { brokenLinks, findFlask, loadSnippet, pairNamed as pairOf, readPages, snippetsOf } from '@cookie-lessons/lesson-proof';
import { describe, expect, jest, test } from '@jest/globals';
import cookieParser from 'cookie-parser';
import cookieSession from 'cookie-session';
import express, { type Express, type Request, type RequestHandler } from 'express';
import expressSession from 'express-session';
import { decodeFlaskSession, flaskSession, sessionState } from 'flask-session-cookie';
import { getIronSession, unsealData } from 'iron-session';

import { extendSha256 } from './lesson-text/tests/extend-sha256';
import { compareWithFlask } from './lesson-text/tests/compare-with-flask';
import { createApp as createManyLab } from './labs/many-cookies-beside-one-session';
import { createApp as createOneLab } from './labs/one-cookie-beside-one-session';

const pages = readPages(__dirname);
const snippets = new Map(
  snippetsOf(pages).flatMap((each) => (each.marked ? [[`${each.language} ${each.name}`, each] as const] : [])),
);
const sessionKey = 'a key for the tests of this text';
process.env.SESSION_KEY = sessionKey;
process.env.COOKIE_KEY = 'vector-secret';
const reference = 'eyJ0b3RhbCI6IjEyNS40NyJ9.ZVPxAA.OD9baX7dM5uy_qzuZWLaABlBCQY';
const tried = new Set<string>();

/** A TypeScript snippet, loaded anew. */
function snippet(name: string): Record<string, unknown> {
  tried.add(`ts ${name}`);
  return loadSnippet(snippets.get(`ts ${name}`)?.code ?? '', __filename);
}
const appOf = (name: string): Express => snippet(name).default as Express;

/** A sentence of a page, and what shows that it is true. */
function claim(page: string, says: string | readonly string[], show: () => void | Promise<void>): void {
  test(`${page}: ${[says].flat()[0]}`, async () => {
    for (const words of [says].flat()) expect(pages.get(page)).toContain(words);
    await show();
  });
}

/** An app of a few routes behind some middleware. */
function appWith(middleware: readonly RequestHandler[], routes: Readonly<Record<string, RequestHandler>>): Express {
  const app = express();
  app.use(...middleware);
  for (const [path, handler] of Object.entries(routes)) app.get(path, handler);
  return app;
}
const sessionOnServer = (options = {}): RequestHandler =>
  expressSession({ secret: sessionKey, resave: false, saveUninitialized: false, ...options });
const sessionInCookie = (): RequestHandler => cookieSession({ keys: [sessionKey] });

/** What the apps of this test store in their sessions, whichever package keeps them. */
interface Stored {
  user?: string;
  cart?: string[];
  zip?: string;
  note?: string;
  total?: number | string;
  visits?: number;
  a?: number;
}
const cookiesOf = (req: Request): Readonly<Record<string, unknown>> => req.cookies as Record<string, unknown>;
const signedOf = (req: Request): Readonly<Record<string, unknown>> => req.signedCookies as Record<string, unknown>;
const stored = (req: Request): Stored => (req as unknown as { session: Stored }).session;
const replace = <Value extends Stored | null>(req: Request, value: Value): Value =>
  ((req as unknown as { session: Value }).session = value);
const bodies = (answers: readonly Answer[]): readonly string[] => answers.map(({ body }) => body);

describe('signing', () => {
  claim('signing', 'give the same 43 characters, always', () => {
    const tag = snippet('tag').tag as (text: string, key: string) => string;
    expect(tag('125.47', 'key')).toBe(tag('125.47', 'key'));
    expect(tag('125.47', 'key')).toHaveLength(43);
    expect(new Set([tag('125.47', 'key'), tag('125.46', 'key'), tag('125.47', 'kez')]).size).toBe(3);
  });
  claim('signing', "`glued('ab', 'c', key)` and `glued('a', 'bc', key)` are the same signature", () => {
    const glued = snippet('glued').glued as (...parts: string[]) => string;
    const apart = snippet('apart').apart as (...parts: string[]) => string;
    expect(glued('ab', 'c', 'key')).toBe(glued('a', 'bc', 'key'));
    expect(apart('ab', 'c', 'key')).not.toBe(apart('a', 'bc', 'key'));
  });
  claim('signing', ['it **throws** for texts of different length', 'the empty signature is a prefix'], () => {
    const sameText = snippet('compare').sameText as (a: string, b: string) => boolean;
    expect([sameText('abc', 'abc'), sameText('abc', 'abd'), sameText('abc', ''), sameText('é', 'e')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(() => timingSafeEqual(Buffer.from('abc'), Buffer.from('ab'))).toThrow('same byte length');
    expect('abc'.startsWith('')).toBe(true);
  });
  claim('signing', 'four different last characters all pass', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const text = createHmac('sha256', 'key').update('value').digest('base64url');
    const equal = [...alphabet].filter((last) => sameBytes(text.slice(0, -1) + last, text));
    expect(equal).toHaveLength(4);
    const first = [...alphabet].filter((letter) => sameBytes(letter + text.slice(1), text));
    expect(first).toHaveLength(1);
  });
  claim('signing', 'turn 4 kilobytes into 3 megabytes', () => {
    expect(deflateSync(Buffer.alloc(3_000_000, 'a'), { level: 9 }).toString('base64url').length).toBeLessThan(4_096);
    const parsed = JSON.parse('{"__proto__":{"admin":true}}') as object;
    expect(Object.hasOwn(parsed, '__proto__')).toBe(true);
    expect((Object.assign({}, parsed) as { admin?: boolean }).admin).toBe(true);
  });
  claim('signing', ['The test of this page does it, in some fifty lines', '**without the key**'], () => {
    const key = randomBytes(16).toString('hex');
    const known = createHash('sha256').update(`${key}user=ada`).digest();
    const { suffix, hash } = extendSha256(known, { knownBytes: key.length + 'user=ada'.length, more: '&admin=true' });
    const forged = Buffer.concat([Buffer.from('user=ada'), suffix]);
    expect(createHash('sha256').update(key).update(forged).digest('hex')).toBe(hash.toString('hex'));
    expect(forged.toString('latin1')).toMatch(/^user=ada.*&admin=true$/s);
    const hmac = createHmac('sha256', key).update('user=ada').digest();
    expect(createHmac('sha256', key).update(forged).digest('hex')).not.toBe(
      extendSha256(hmac, { knownBytes: key.length + 'user=ada'.length, more: '&admin=true' }).hash.toString('hex'),
    );
  });
});

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
    const app = appWith([expressSession({ secret: sessionKey, resave: false })], { '/': (_req, res) => void res.send('hello') });
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
  claim('life-of-a-session', ['with 122 bits of it; 6 of its 128 are fixed', 'takes 585 years', 'hold 64 bits, not 128'], () => {
    for (const uuid of Array.from({ length: 200 }, () => randomUUID())) expect(uuid).toMatch(/^.{14}4.{4}[89ab]/);
    expect(Math.round(2 ** 64 / (100_000 * 10_000) / (365.25 * 86_400))).toBe(585);
  });
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

describe('what to keep out', () => {
  claim('what-to-keep-out', 'Guess, and send the cookie of before the guess', async () => {
    const guess = { path: '/guess', method: 'POST' } as const;
    const app = appOf('guesses');
    const honest = await playOnExpress(app, [guess, guess, guess, guess]);
    expect(bodies(honest)).toEqual(['2 left', '1 left', '0 left', 'No guesses left.']);
    const kept = ['session', 'session.sig'].map((name) => pairOf(honest[1] as Answer, name)).join('; ');
    const again = await playOnExpress(app, Array<Step>(10).fill({ ...guess, cookie: kept }));
    expect(new Set(bodies(again))).toEqual(new Set(['0 left']));
  });
  claim(
    'what-to-keep-out',
    [
      '| flask-session-cookie | the same |',
      '| cookie-session | sends it, without a word |',
      '| iron-session | throws |',
      "| express-session | can't happen",
    ],
    async () => {
      const note = 'x'.repeat(5_000);
      const lengths = async (middleware: RequestHandler): Promise<readonly number[]> => {
        const app = appWith([middleware], {
          '/': (req, res) => void res.json((stored(req).note = note).length),
        });
        const [answer] = await playOnExpress(app, [{ path: '/' }]);
        return answer?.setCookies.map((line) => line.length) ?? [];
      };
      expect(Math.max(...(await lengths(sessionInCookie())))).toBeGreaterThan(4_096);
      expect(Math.max(...(await lengths(sessionOnServer())))).toBeLessThan(200);
      const warned: string[] = [];
      const random = randomBytes(5_000).toString('base64'); // what can't be compressed
      const asFlask = appWith([flaskSession({ secretKey: sessionKey, warn: (message) => void warned.push(message) })], {
        '/': (req, res) => void res.json((stored(req).note = random).length),
      });
      expect((await playOnExpress(asFlask, [{ path: '/' }]))[0]?.setCookies[0]?.length).toBeGreaterThan(4_096);
      expect(warned.join()).toContain('too large');
      const app = express();
      app.get('/', async (req, res) => {
        const session = await getIronSession<{ note?: string }>(req, res, { cookieName: 'session', password: sessionKey });
        session.note = note;
        await expect(session.save()).rejects.toThrow('Cookie length is too big');
        res.send('threw');
      });
      expect(bodies(await playOnExpress(app, [{ path: '/' }]))).toEqual(['threw']);
    },
  );
  claim(
    'what-to-keep-out',
    ['3,000 bytes of JSON are 4,000 characters of base64', 'a number from 1 to 50 has fifty hashes'],
    () => {
      expect(Buffer.alloc(3_000).toString('base64')).toHaveLength(4_000);
      const hidden = createHash('sha256').update('37').digest('hex');
      const found = Array.from({ length: 50 }, (_, at) => String(at + 1)).filter(
        (number) => createHash('sha256').update(number).digest('hex') === hidden,
      );
      expect(found).toEqual(['37']);
    },
  );
  claim('what-to-keep-out', 'that is a mixer for $18.49', async () => {
    const app = appWith([sessionInCookie()], {
      '/rolling-pin': (req, res) => void res.json(replace(req, { total: 18.49 }).total),
      '/mixer': (req, res) => void res.json(replace(req, { total: 117.49 }).total),
      '/pay': (req, res) => void res.json(stored(req).total),
    });
    const answers = await playOnExpress(app, [
      { path: '/rolling-pin' },
      { path: '/mixer' },
      ([first]) => ({ path: '/pay', cookie: ['session', 'session.sig'].map((name) => pairOf(first as Answer, name)).join('; ') }),
    ]);
    expect(answers[2]?.body).toBe('18.49');
  });
});

describe('signed is not encrypted', () => {
  claim('signed-is-not-encrypted', [reference, 'It answers `{"total":"125.47"}`'], () => {
    const readSession = snippet('read-session').readSession as (cookie: string) => unknown;
    expect(readSession(reference)).toEqual({ total: '125.47' });
    expect(atob(reference.split('.')[0] ?? '')).toBe('{"total":"125.47"}');
  });
  claim('signed-is-not-encrypted', '| cookie-session | `eyJ0b3RhbCI6IjEyNS40NyJ9`', async () => {
    const app = appWith([sessionInCookie()], { '/': (req, res) => void res.json(replace(req, { total: '125.47' })) });
    const [answer] = await playOnExpress(app, [{ path: '/' }]);
    expect(pairOf(answer as Answer, 'session')).toBe('session=eyJ0b3RhbCI6IjEyNS40NyJ9');
    expect(pairOf(answer as Answer, 'session.sig')).not.toBe('');
  });
  claim('signed-is-not-encrypted', '**as if no cookie had come**', async () => {
    const app = appWith([sessionInCookie()], {
      '/': (req, res) => void res.json(replace(req, { total: '125.47' })),
      '/read': (req, res) => void res.json(req.session),
    });
    const edited = Buffer.from('{"total":"1.50"}').toString('base64');
    const [, , answer] = await playOnExpress(app, [
      { path: '/' },
      { path: '/read' },
      ([first]) => ({ path: '/read', cookie: `session=${edited}; ${pairOf(first as Answer, 'session.sig')}` }),
    ]);
    expect([answer?.status, answer?.body]).toEqual([200, '{}']);
    expect(pages.get('signed-is-not-encrypted')).toContain('(cookie-session also deletes `session.sig`)');
    expect(answer?.setCookies).toEqual([expect.stringMatching(/^session\.sig=; .*expires=Thu, 01 Jan 1970/)]);
    const editSession = snippet('edit-session').editSession as (cookie: string) => string;
    const asFlask = appWith([flaskSession({ secretKey: 'dev' })], { '/': (req, res) => void res.json(req.session) });
    const [honest, cheat] = await playOnExpress(asFlask, [
      { path: '/', cookie: `session=${reference}` },
      { path: '/', cookie: `session=${editSession(reference)}` },
    ]);
    expect([honest?.body, cheat?.status, cheat?.body, cheat?.setCookies]).toEqual(['{"total":"125.47"}', 200, '{}', []]);
  });
  claim(
    'signed-is-not-encrypted',
    ['Its cookie begins with `Fe26.2*`', '**copied, kept and put back**', '14 days from the writing'],
    async () => {
      const answers = await playOnExpress(appOf('sealed'), [
        { path: '/', browser: 'ada' },
        { path: '/', browser: 'bob' },
        ([first]) => ({
          path: '/',
          cookie: pairOf(first as Answer, 'session').replace('session=Fe26.2*1*', 'session=Fe26.2*1*0'),
        }),
      ]);
      const [ada = '', bob = ''] = answers.map((answer) => pairOf(answer, 'session'));
      expect(ada).toMatch(/^session=Fe26\.2\*/);
      expect(ada).not.toBe(bob);
      expect(Buffer.from(ada, 'base64url').toString('latin1')).not.toContain('125.47');
      expect(bodies(answers)).toEqual(['125.47', '125.47', '125.47']);
      const sealed = ada.slice('session='.length);
      const soon = jest.spyOn(Date, 'now').mockReturnValue((firstMomentSeconds + 3_600) * 1000);
      const unsealed = await Promise.all(
        [sealed, sealed, sealed.replace('Fe26.2*1*', 'Fe26.2*1*0')].map((each) => unsealData(each, { password: sessionKey })),
      );
      soon.mockRestore();
      expect(unsealed).toEqual([{ total: '125.47' }, { total: '125.47' }, {}]);
      for (const [days, content] of [
        [13, { total: '125.47' }],
        [15, {}],
      ] as const) {
        const later = jest.spyOn(Date, 'now').mockReturnValue((firstMomentSeconds + days * 86_400) * 1000);
        expect(await unsealData(sealed, { password: sessionKey })).toEqual(content);
        later.mockRestore();
      }
    },
  );
});

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

describe('express-session', () => {
  claim('set-up-sessions', 'unless it has a `maxAge`: then each change sends it again, with a new date', async () => {
    const app = appWith([sessionOnServer({ cookie: { maxAge: 60_000 } })], {
      '/': (req, res) => void res.json(stored(req).zip ?? null),
      '/write/:zip': (req, res) => void res.json((stored(req).zip = String(req.params.zip))),
    });
    const answers = await playOnExpress(app, [
      { path: '/write/63105' },
      { path: '/' },
      { path: '/write/63106', atSeconds: firstMomentSeconds + 10 },
    ]);
    expect(answers.map(({ setCookies }) => setCookies.length)).toEqual([1, 0, 1]);
    const [first, , third] = answers.map(({ setCookies }) => /Expires=([^;]+)/.exec(setCookies[0] ?? '')?.[1] ?? '');
    expect(Date.parse(third ?? '') - Date.parse(first ?? '')).toBe(10_000);
  });
  claim('set-up-sessions', 'The package prints a warning in production', () => {
    const warned = jest.spyOn(console, 'warn').mockReturnValue();
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    jest.isolateModules(() => {
      const loadedInProduction = jest.requireActual<typeof expressSession>('express-session');
      loadedInProduction({ secret: sessionKey, resave: false, saveUninitialized: false });
    });
    process.env.NODE_ENV = before;
    expect(warned.mock.calls.join()).toContain('MemoryStore is not');
    warned.mockRestore();
  });
});

describe('labs', () => {
  claim('what-is-a-session', ['Five rows above; below still one', 'the five come to 112 octets, the one to 178'], async () => {
    const answers = await playOnExpress(createManyLab(), [
      { path: '/?side=plain', browser: 'left' },
      { path: '/?side=session', browser: 'right' },
      { path: '/' },
      { path: '/?side=session' },
      { path: '/?side=plain' },
    ]);
    const names = answers.map(({ setCookies }) => setCookies.map((line) => line.split('=')[0]));
    const five = ['flavor_0', 'flavor_1', 'flavor_2', 'flavor_3', 'flavor_4'];
    expect(names).toEqual([five, ['session'], [...five, 'session'], [...five, 'session'], [...five, 'session']]);
    expect(answers[3]?.setCookies.filter((line) => line.includes('1970')).map((line) => line.split('=')[0])).toEqual(five);
    expect(answers[4]?.setCookies.filter((line) => line.includes('1970')).map((line) => line.split('=')[0])).toEqual(['session']);
    expect(sum(five.map((name) => pairOf(answers[0] as Answer, name).length - 1))).toBe(112);
    const whole = pairOf(answers[1] as Answer, 'session');
    expect(Math.abs(whole.length - 1 - 178)).toBeLessThan(12); // another zlib may compress a little better or worse
    const session = decodeURIComponent(whole.slice('session='.length));
    expect(Object.keys(decodeFlaskSession(session).payload as object)).toEqual(five);
  });
  claim('what-is-a-session', ['| above | `fav_cookie` | `chocolate%20chip` |', '| below | `session` | `eyJmYXZ'], async () => {
    const [left, right, shown] = await playOnExpress(createOneLab({ secretKey: 'vector-key' }), [
      { path: '/?side=plain', browser: 'left' },
      { path: '/?side=session', browser: 'right' },
      { path: '/', cookie: 'evil=<script>alert(1)</script>' },
    ]);
    expect(left?.setCookies).toEqual(['fav_cookie=chocolate%20chip; Path=/']);
    const session = pairOf(right as Answer, 'session').slice('session='.length);
    expect(pages.get('what-is-a-session')).toContain(`| \`session\` | \`${session}\` |`);
    expect(shown?.body).not.toContain('<script>');
  });
  test('an app of one side shows that side whatever the address says', async () => {
    const [answer] = await playOnExpress(createOneLab({ side: 'session' }), [{ path: '/?side=plain' }]);
    expect(answer?.setCookies.map((line) => line.split('=')[0])).toEqual(['session']);
  });
  claim('what-is-a-session', 'req.session.visits = (req.session.visits ?? 0) + 1;', async () => {
    for (const middleware of [flaskSession({ secretKey: sessionKey }), sessionInCookie(), sessionOnServer()]) {
      const app = appWith([middleware], {
        '/': (req, res) => {
          const session = stored(req);
          session.visits = (session.visits ?? 0) + 1;
          res.json(session.visits);
        },
      });
      const answers = await playOnExpress(app, [{ path: '/' }, { path: '/' }, { path: '/', browser: 'other' }]);
      expect(bodies(answers)).toEqual(['1', '2', '1']);
    }
  });
});

compareWithFlask({
  pages,
  sessionKey,
  appOf,
  functionOf: <Value>(name: string, exported: string) => snippet(name)[exported] as (cookie: string) => Value,
});

describe('the text itself', () => {
  test('every block that says run has been run, and no name is used twice', () => {
    const names = snippetsOf(pages)
      .filter(({ marked, language }) => marked && language === 'ts')
      .map(({ name }) => `ts ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(findFlask().found ? [...tried].sort() : names.sort()).toEqual(names.sort());
  });
  test.each([...pages.keys()])('%s leads only to pages and headings that exist', (page) =>
    expect(brokenLinks(join(__dirname, 'lesson-text', `${page}.md`))).toEqual([]),
  );
  test.each([...pages].filter(([, text]) => text.includes('![')))(
    '%s shows pictures that exist, are small, and are described in words',
    (_page, text) => {
      for (const [, words = '', file = ''] of text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)) {
        const picture = readFileSync(join(__dirname, 'lesson-text', file));
        expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
        expect(picture.length).toBeLessThan(300_000);
        expect(words.length).toBeGreaterThan(100);
      }
    },
  );
  test('the README leads to every page, and only to files and headings that exist', () => {
    const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
    for (const page of pages.keys()) expect(readme).toContain(`(lesson-text/${page}.md`);
    expect(brokenLinks(join(__dirname, 'README.md'))).toEqual([]);
  });
  test('lesson.json lists exactly the pages there are', () => {
    const { pages: listed } = JSON.parse(readFileSync(join(__dirname, 'lesson.json'), 'utf8')) as { pages: string[] };
    expect([...listed].sort()).toEqual([...pages.keys()].sort());
  });
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function attempt<Value>(what: () => Value): Value | 'threw' {
  try {
    return what();
  } catch {
    return 'threw';
  }
}

function sameBytes(a: string, b: string): boolean {
  return Buffer.from(a, 'base64url').equals(Buffer.from(b, 'base64url'));
}
