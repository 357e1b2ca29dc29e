// What the lesson text says of Flask, asked of the real Flask: every ```python block of the course, and claims beside their words.

import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

import { findFlask, pairNamed as pairOf, readPages, type Snippet, snippetsOf } from '@cookie-lessons/lesson-proof';
import { describe, expect, test } from '@jest/globals';
import cookieParser from 'cookie-parser';
import express, { type Express } from 'express';

import { type Answer, firstMomentSeconds, playOnExpress, type Step } from './play';
import { playOnFlask } from './play-on-flask';

const packages = join(__dirname, '..', '..', '..');
const month = 31 * 86_400;

export interface TextParts {
  readonly pages: ReadonlyMap<string, string>;
  readonly sessionKey: string;
  /** The page's TypeScript snippet of that name, loaded anew. */
  readonly appOf: (name: string) => Express;
  readonly functionOf: <Value>(name: string, exported: string) => (cookie: string) => Value;
}

export function compareWithFlask(parts: TextParts): void {
  const flask = findFlask();
  if (!flask.found && process.env.COOKIE_LESSONS_TOLERATE_NO_SKIP === '1') {
    test('there is a real Flask', () => {
      throw new Error(flask.whatToDo);
    });
    return;
  }
  if (!flask.found) process.stderr.write(`Skipped: what the lesson text says of Flask. ${flask.whatToDo}\n`);
  const where = flask.found ? describe : describe.skip;
  const python = flask.found ? flask.python : null;
  where('Flask', () => {
    describeSnippets(parts, python);
    describeClaims(parts, python);
  });
}

/** Pairs of programs in the text: the same play gets the same answers. */
interface Pair {
  readonly python: string;
  readonly typescript: string;
  readonly steps: readonly Step[];
  /** Also the same Set-Cookie lines, letter for letter. */
  readonly sameCookies: boolean;
  /** Bodies of the answers that aren't redirects. */
  readonly bodies: readonly string[];
}

const post = (path: string, form: Readonly<Record<string, string>> = {}): Step => ({ path, method: 'POST', form });
const visit: Step = { path: '/' };

const pairs: readonly Pair[] = [
  {
    python: 'with-flask',
    typescript: 'with-flask-session-cookie',
    steps: [visit, visit, { ...visit, atSeconds: firstMomentSeconds + 5 }, { ...visit, browser: 'other' }],
    sameCookies: true,
    bodies: ['Visit 1', 'Visit 2', 'Visit 3', 'Visit 1'],
  },
  {
    python: 'plain-cookies',
    typescript: 'plain-cookies',
    steps: [visit, post('/remember', { zip: '63105' }), visit, post('/forget'), visit],
    sameCookies: false,
    bodies: ['unknown', '63105', 'unknown'],
  },
  {
    python: 'greeting',
    typescript: 'greeting',
    steps: [
      visit,
      post('/login', { name: 'Ada Lövelace' }),
      visit,
      post('/move'),
      visit,
      post('/stay'),
      visit,
      post('/logout'),
      visit,
    ],
    sameCookies: true,
    bodies: [
      'Hello stranger, no place',
      'Hello Ada Lövelace, 63105',
      'Hello Ada Lövelace, no place',
      'Hello Ada Lövelace, no place',
      'Hello stranger, no place',
    ],
  },
  {
    python: 'nested',
    typescript: 'nested',
    steps: [post('/anew'), visit, post('/forgetful'), visit, post('/modified'), visit],
    sameCookies: true,
    bodies: ['["milk"]', '["milk"]', '["milk","milk"]'],
  },
  { python: 'hardened', typescript: 'hardened', steps: [visit], sameCookies: true, bodies: ['Noted.'] },
];

/** @param python null where there is none: its tests are named, and skipped. */
function describeSnippets({ sessionKey, appOf, pages }: TextParts, python: string | null): void {
  const blocks = lessonsWithText().flatMap(({ lesson, pages: ofLesson }) =>
    snippetsOf(ofLesson)
      .filter(({ language }) => language === 'python')
      .map((block) => ({ ...block, lesson })),
  );
  const stepsOf = ({ lesson, name }: { lesson: string; name: string }): readonly Step[] =>
    (lesson === 'sessions' ? pairs.find((pair) => pair.python === name)?.steps : undefined) ?? [visit];
  const plays = blocks.map((block) => ({
    code: block.code,
    environment: keysFor(block.code, sessionKey),
    steps: stepsOf(block),
  }));
  const answered = python === null ? [] : playOnFlask(python, plays);
  const answersOf = (name: string): readonly Answer[] =>
    answered[blocks.findIndex((block) => block.lesson === 'sessions' && block.name === name)]?.answers ?? [];

  test.each(blocks.map(({ lesson, page, name }, at) => ({ lesson, page, name, at })))(
    '$lesson/$page: runs the snippet $name',
    ({ at }) => {
      expect(answered[at]?.error).toBeNull();
      for (const { status } of answered[at]?.answers ?? []) expect(status).toBeLessThan(500);
    },
  );
  test('every Flask snippet of this lesson has a partner', () => {
    const here: readonly Snippet[] = snippetsOf(pages).filter(({ language }) => language === 'python');
    expect(here.map(({ name, marked }) => ({ name, marked })).sort(byName)).toEqual(
      pairs.map((pair) => ({ name: pair.python, marked: true })).sort(byName),
    );
  });
  test.each(pairs)(
    '$python answers like $typescript on Express',
    async ({ python: name, typescript, steps, sameCookies, bodies }) => {
      const onFlask = answersOf(name);
      const onExpress = await playOnExpress(appOf(typescript), steps);
      expect(onFlask.map(({ status }) => status)).toEqual(onExpress.map(({ status }) => status));
      expect(bodiesOf(onFlask)).toEqual(bodies);
      expect(bodiesOf(onExpress)).toEqual(bodies);
      if (sameCookies) expect(onExpress.map(setCookiesOf)).toEqual(onFlask.map(setCookiesOf));
    },
  );
}

function describeClaims({ pages, appOf, functionOf, sessionKey }: TextParts, python: string | null): void {
  const probe = readFileSync(join(__dirname, 'probe.py'), 'utf8');
  const ask = (key: string, steps: readonly Step[], more: Readonly<Record<string, string>> = {}): readonly Answer[] =>
    playOnFlask(python ?? '', [{ code: probe, environment: { SESSION_KEY: key, ...more }, steps }])[0]?.answers ?? [];
  const set = (values: object, more: Partial<Step> = {}): Step => ({
    path: `/set?json=${encodeURIComponent(JSON.stringify(values))}`,
    ...more,
  });
  const claim = (page: string, says: string | readonly string[], show: () => void | Promise<void>): void =>
    test(`${page}: ${[says].flat()[0]}`, async () => {
      for (const words of [says].flat()) expect(pages.get(page)).toContain(words);
      await show();
    });
  const valueOf = (answer: Answer | undefined): string =>
    answer === undefined ? '' : pairOf(answer, 'session').slice('session='.length);
  const bill = 'eyJ0b3RhbCI6IjEyNS40NyJ9.ZVPxAA.OD9baX7dM5uy_qzuZWLaABlBCQY';

  claim('what-is-a-session', 'eyJmYXZfY29va2llIjoiY2hvY29sYXRlIGNoaXAifQ.ZVPxAA.IwU5NYZPRpJFvoFjk0Adfmqib0o', () => {
    const [answer] = ask('vector-key', [set({ fav_cookie: 'chocolate chip' })]);
    expect(pages.get('what-is-a-session')).toContain(`\`${valueOf(answer)}\``);
  });
  claim('signed-is-not-encrypted', [bill, '**as if no cookie had come**: status 200, an empty session'], () => {
    const edited = functionOf<string>('edit-session', 'editSession')(bill);
    expect(functionOf('read-session', 'readSession')(edited)).toEqual({ total: '1.50' });
    const [made, honest, cheat] = ask('dev', [
      set({ total: '125.47' }),
      { path: '/read', cookie: `session=${bill}` },
      { path: '/read', cookie: `session=${edited}` },
    ]);
    expect(valueOf(made)).toBe(bill);
    expect([honest?.body.trim(), cheat?.status, cheat?.body.trim(), cheat?.setCookies]).toEqual([
      '{"total":"125.47"}',
      200,
      '{}',
      [],
    ]);
  });

  claim('flask-cookie-format', ['{"a":"aaaaaaaaaaaa"}', '{"a":"aaaaaaaaaaa"}', 'shorter by at least two bytes'], () => {
    const answers = ask('vector-key', [
      set({ a: 'a'.repeat(12) }, { browser: 'one' }),
      set({ a: 'a'.repeat(11) }, { browser: 'two' }),
    ]);
    for (const value of answers.map(valueOf)) {
      expect(pages.get('flask-cookie-format')).toContain(value.slice(0, value.lastIndexOf('.') + 1));
    }
    const [, compressed = ''] = valueOf(answers[0]).split('.');
    expect(inflateSync(Buffer.from(compressed, 'base64url')).toString()).toBe('{"a":"aaaaaaaaaaaa"}');
  });
  claim(
    'flask-cookie-format',
    [
      '| `{" t":[1,"two"]}` |',
      '| `{" b":"AP9j"}` |',
      '| `{" d":"Thu, 29 Feb 2024 12:30:45 GMT"}` |',
      '| `{" u":"12345678123456781234567812345678"}` |',
      '| `{" m":"<b>hi</b>"}` |',
      '| `{" di":{" t__":"x"}}` |',
      'everything beyond ASCII written as `\\u00fc`',
    ],
    () => {
      const [answer] = ask('dev', [{ path: '/tags' }]);
      const [, payload = ''] = valueOf(answer).split('.');
      const json = inflateSync(Buffer.from(payload, 'base64url')).toString('utf8');
      for (const [, cell = ''] of (pages.get('flask-cookie-format') ?? '').matchAll(/^\| `(\{" .*?\})` \|/gm))
        expect(json).toContain(`:${cell}`);
      expect(json).toContain('"umlaut":"\\u00fc"');
      const names = Object.keys(JSON.parse(json) as object);
      expect(names).toEqual([...names].sort());
    },
  );
  claim(
    'flask-cookie-format',
    [
      'signature          = HMAC(key of the session',
      'The leading dot of a compressed payload is part of',
      "The cookie's *name* isn't part of it",
    ],
    () => {
      const answers = ask('dev', [set({ total: '125.47' }), set({ a: 'a'.repeat(100) }, { browser: 'other' })]);
      for (const value of answers.map(valueOf)) {
        const [, text = '', signature] = /^(.*)\.([^.]*)$/.exec(value) ?? [];
        const sessionsKey = createHmac('sha1', 'dev').update('cookie-session').digest();
        expect(createHmac('sha1', sessionsKey).update(text).digest('base64url')).toBe(signature);
        expect(signature).toHaveLength(27);
      }
      expect(valueOf(answers[1])).toMatch(/^\.eJ/);
      const [elsewhere] = ask('dev', [{ path: '/read', cookie: `elsewhere=${bill}` }], { SESSION_NAME: 'elsewhere' });
      expect(elsewhere?.body.trim()).toBe('{"total":"125.47"}');
    },
  );
  claim(
    'flask-cookie-format',
    [
      '`…BCQY` and `…BCQZ` are the same signature',
      "applies to *every* session, permanent or not. One from the future isn't accepted either",
    ],
    () => {
      const read = (cookie: string, atSeconds = firstMomentSeconds): Step => ({
        path: '/read',
        cookie: `session=${cookie}`,
        atSeconds,
      });
      const answers = ask('dev', [
        read(bill.replace(/Y$/, 'Z')),
        read(bill.replace('.OD9', '.PD9')),
        read(bill, firstMomentSeconds + month),
        read(bill, firstMomentSeconds + month + 1),
        read(bill, firstMomentSeconds - 1),
      ]);
      expect(answers.map(({ body }) => body.trim())).toEqual(['{"total":"125.47"}', '{}', '{"total":"125.47"}', '{}', '{}']);
    },
  );
  claim(
    'flask-cookie-format',
    '`ZVPxAA` is the bytes `65 53 f1 00`, which is 1700000000, which is `2023-11-14T22:13:20.000Z`',
    () => {
      expect(Buffer.from('ZVPxAA', 'base64url').toString('hex')).toBe('6553f100');
      expect(functionOf<Date>('read-time', 'readTime')(bill).toISOString()).toBe('2023-11-14T22:13:20.000Z');
      expect(functionOf('read-payload', 'readPayload')(bill)).toEqual({ total: '125.47' });
      const [small, late] = ask('dev', [
        set({ a: 1 }, { atSeconds: 1 }),
        set({ a: 1 }, { atSeconds: 2 ** 32, browser: 'other' }),
      ]);
      for (const [answer, seconds] of [
        [small, 1],
        [late, 2 ** 32],
      ] as const)
        expect(functionOf<Date>('read-time', 'readTime')(valueOf(answer)).getTime()).toBe(seconds * 1000);
    },
  );

  claim('life-of-a-session', ['| `session.clear()` in Flask | still works |', 'refuse what is older than 31 days'], () => {
    const [login, logout] = ask('dev', [set({ user: 'ada' }), { path: '/clear' }]);
    expect(logout?.setCookies.join()).toContain('Expires=Thu, 01 Jan 1970');
    const [replayed] = ask('dev', [{ path: '/read', cookie: pairOf(login as Answer, 'session') }]);
    expect(replayed?.body.trim()).toBe('{"user":"ada"}');
  });
  claim('life-of-a-session', ['each answer carries a new time, and 31 days begin again', 'Flask are lazy by themselves'], () => {
    const answers = ask('dev', [
      { path: '/permanent' },
      { path: '/nothing', atSeconds: firstMomentSeconds + 60 },
      { path: '/nothing', browser: 'other' },
    ]);
    expect(functionOf<Date>('read-time', 'readTime')(valueOf(answers[1])).getTime()).toBe((firstMomentSeconds + 60) * 1000);
    expect(answers[2]?.setCookies).toEqual([]);
  });
  claim('what-to-keep-out', '| Flask | sends it; Werkzeug warns', () => {
    const note = Array.from({ length: 900 }, (_, at) =>
      createHmac('sha256', 'note').update(String(at)).digest('base64url').slice(0, 8),
    ).join('');
    const [answer] = ask('dev', [set({ note })]);
    expect(answer?.setCookies[0]?.length).toBeGreaterThan(4_096);
    expect(answer?.warnings?.join()).toContain('4093');
  });

  claim('set-up-sessions', ['raises a `RuntimeError` at the first write', "`session['zip']` raises a `KeyError` there"], () => {
    const [read, written] = ask('', [{ path: '/read' }, set({ a: 1 })]);
    expect([read?.status, read?.body.trim(), written?.body]).toEqual([200, '{}', 'RuntimeError']);
    expect(ask('dev', [{ path: '/missing' }])[0]?.body).toBe('KeyError');
  });
  claim('set-up-sessions', 'sends the very same cookie as the first program, letter for letter', async () => {
    const [answer] = await playOnExpress(appOf('with-flask-session-cookie'), [visit]);
    const [read] = ask(sessionKey, [{ path: '/read', cookie: pairOf(answer as Answer, 'session') }]);
    expect(read?.body.trim()).toBe('{"visits":1}');
    expect(answer?.setCookies[0]?.replace(/\.ZVPxAA\.[\w-]{27}/, '.ZVPxAA.…')).toBe(
      'session=eyJ2aXNpdHMiOjF9.ZVPxAA.…; HttpOnly; Path=/; SameSite=Lax',
    );
  });
  claim('set-up-sessions', '**`HttpOnly` is on; `Secure`, `SameSite` and a lifetime are off**', () => {
    expect(ask('dev', [set({ total: '125.47' })])[0]?.setCookies).toEqual([`session=${bill}; HttpOnly; Path=/`]);
  });
  claim(
    'came-from-flask',
    [
      '`fav_cookie="chocolate chip"`',
      '`fav_cookie=chocolate%20chip`',
      "Flask reading Express's sees the `%20`",
      'as `\\073`, backslash and all',
    ],
    async () => {
      const [plain, read] = ask('dev', [{ path: '/plain' }, { path: '/cookies', cookie: 'fav_cookie=chocolate%20chip' }]);
      expect(plain?.setCookies.map((line) => line.replace(/Expires=[^;]+; /, ''))).toEqual([
        'fav_cookie="chocolate chip"; Path=/',
        'odd="a\\073b"; Path=/',
        'minute=1; Max-Age=60; Path=/',
        'hidden=1; HttpOnly; Path=/; SameSite=Lax',
      ]);
      expect(read?.body.trim()).toBe('{"fav_cookie":"chocolate%20chip"}');
      const app = express();
      app.use(cookieParser());
      app.get('/', (req, res) => void res.json(req.cookies));
      app.get(
        '/plain',
        (_req, res) => void res.cookie('fav_cookie', 'chocolate chip').cookie('minute', '1', { maxAge: 60_000 }).end(),
      );
      const answers = await playOnExpress(app, [
        { path: '/', cookie: 'fav_cookie="chocolate chip"; odd="a\\073b"' },
        { path: '/plain' },
      ]);
      expect(JSON.parse(answers[0]?.body ?? '')).toEqual({ fav_cookie: 'chocolate chip', odd: 'a\\073b' });
      expect(answers[1]?.setCookies[0]).toBe('fav_cookie=chocolate%20chip; Path=/');
      expect(answers[1]?.setCookies[1]).toContain('Max-Age=60;');
    },
  );
}

function lessonsWithText(): readonly { readonly lesson: string; readonly pages: ReadonlyMap<string, string> }[] {
  return readdirSync(packages)
    .filter((lesson) => existsSync(join(packages, lesson, 'lesson-text')))
    .map((lesson) => ({ lesson, pages: readPages(join(packages, lesson)) }));
}

/** Whatever a snippet takes from the environment is a key. */
function keysFor(code: string, sessionKey: string): Readonly<Record<string, string>> {
  const names = [...code.matchAll(/os\.environ(?:\[|\.get\()['"]([A-Z_]+)['"]/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, name === 'SESSION_KEY' ? sessionKey : `a key for ${name} in the tests`]));
}

/** Redirects apart: each framework says them in its own words. */
function bodiesOf(answers: readonly Answer[]): readonly string[] {
  return answers.filter(({ status }) => status !== 302).map(({ body }) => body.trim());
}

function setCookiesOf({ setCookies }: Answer): readonly string[] {
  return setCookies;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name);
}
