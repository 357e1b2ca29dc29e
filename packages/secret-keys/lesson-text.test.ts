// What the lesson text says is run: each code block marked `run`, each row of the tables, with the real packages (and the real Flask).

import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { deflateRawSync } from 'node:zlib';

import {
  type Answered,
  brokenLinks,
  findFlask,
  loadSnippet,
  pairNamed as pairOf,
  readPages,
  requestTo,
  snippetsOf,
} from '@cookie-lessons/lesson-proof';
import { describe, expect, jest, test } from '@jest/globals';
import cookieParser from 'cookie-parser';
import cookieSession from 'cookie-session';
import express, { type Express, type RequestHandler } from 'express';
import session, { type MemoryStore } from 'express-session';
import { flaskSession, sessionOf } from 'flask-session-cookie';

import { predictNext } from './lesson-text/tests/predict-math-random';
import { askFlask, canRun, runInShell, runNode } from './lesson-text/tests/run-commands';

const pages = readPages(__dirname);
const snippets = snippetsOf(pages).filter(({ marked }) => marked);
const snippet = (name: string): string => snippets.find((each) => each.name === name)?.code ?? '';
const load = <Exports>(name: string): Exports => loadSnippet<Exports>(snippet(name), __filename);
const exchange = (app: Express, path: string, headers: Record<string, string> = {}): Promise<Answered> =>
  requestTo(app, { path, headers });
const newKey = () => randomBytes(32).toString('hex');
const hmac = (text: string, key: string | Buffer) => createHmac('sha256', key).update(text).digest('base64').replace(/=+$/, '');
const signed = (value: string, key: string) => encodeURIComponent(`s:${value}.${hmac(value, key)}`);

describe('what the key protects', () => {
  const { forge } = load<{ forge: (value: string, key: string) => string }>('forge');

  test('a forged cookie is the one that the shop would have sent', async () => {
    const key = newKey();
    const app = express();
    app.use(cookieParser(key));
    app.get('/', (req, res) => void res.cookie('user', 'admin', { signed: true }).json(req.signedCookies));
    const { body, setCookies } = await exchange(app, '/', { cookie: `user=${forge('admin', key)}` });
    expect(JSON.parse(body)).toEqual({ user: 'admin' });
    expect(setCookies).toEqual([`user=${forge('admin', key)}; Path=/`]);
    expect(JSON.parse((await exchange(app, '/', { cookie: `user=${forge('admin', newKey())}` })).body)).toEqual({ user: false });
  });
});

describe('strength', () => {
  const text = pages.get('strength') ?? '';
  const years = 365.25 * 24 * 60 * 60;

  test.each([
    ['an entry of a list with 55,982 keys', 55_982, 16],
    ['a four-digit PIN', 10 ** 4, 13],
    ['8 random small letters', 26 ** 8, 38],
    ['10 random capitals and digits', 36 ** 10, 52],
  ])('the entropy of %s', (what, keys, bits) => {
    expect(Math.round(Math.log2(keys))).toBe(bits);
    expect(text).toContain(`| ${what} | ${keys.toLocaleString('en')} | ${String(bits)} |`);
  });

  test('the times of the table are its first column divided by its head', () => {
    const slow = 178_000;
    expect(text).toContain('| 55,982 (a list) | 0.3 seconds |');
    expect(55_982 / slow).toBeCloseTo(0.3, 1);
    expect(text).toContain('| 8 random small letters | 14 days | 0.2 seconds |');
    expect(Math.round(26 ** 8 / slow / 86_400)).toBe(14);
    expect(26 ** 8 / 1e12).toBeCloseTo(0.2, 1);
    expect(text).toContain('| 10 random capitals and digits | 651 years | 1 hour |');
    expect(Math.round(36 ** 10 / slow / years)).toBe(651);
    expect(Math.round(36 ** 10 / 1e12 / 3600)).toBe(1);
    expect(text).toContain('| 2^128 | 6 × 10²⁵ years | 10¹⁹ years |');
    expect((2 ** 128 / slow / years).toExponential(0)).toBe('6e+25');
    expect((2 ** 128 / 1e12 / years).toExponential(0)).toBe('1e+19');
  });

  test('looks: the published keys 2, 4 and 5 pass, and so does a good one', () => {
    const { looksStrong } = load<{ looksStrong: (key: string) => boolean }>('looks-strong');
    const keys = [...text.matchAll(/^\| \d \| `(.+?)` \|/gm)].map(([, key = '']) =>
      key.replace('\\n', '\n').replace('\\xec', '\xec'),
    );
    expect(keys).toHaveLength(5);
    expect(keys.map((key) => looksStrong(key))).toEqual([false, true, false, true, true]);
    expect(looksStrong(newKey())).toBe(true);
    expect(keys.map((key) => key.length)).toEqual([12, 44, 16, 32, 64]);
  });

  test("the first is indeed express-session's example", () => {
    const manual = readFileSync(createRequire(__filename).resolve('express-session/README.md'), 'utf8');
    expect(manual).toContain("secret: 'keyboard cat'");
  });

  test('one cookie and a list of words are enough to find a weak key, and not a strong one', () => {
    const words = ['dev', 'secret', 'keyboard cat', 'changeme'];
    const find = (key: string) => words.find((word) => hmac('ada', word) === hmac('ada', key)) ?? null;
    expect([find('changeme'), find(newKey())]).toEqual(['changeme', null]);
  });
});

describe('make a key', () => {
  test('the two commands and the function print 64 hex digits, each time others', () => {
    const { newKey: made } = load<{ newKey: () => string }>('make-key');
    const python = canRun('python3') ? [runInShell(snippet('python-key')).stdout.trim()] : [];
    const keys = [runInShell(snippet('node-key')).stdout.trim(), ...python, made(), made()];
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('characters of each way to write 32 bytes', () => {
    const bytes = randomBytes(32);
    expect((['hex', 'base64url', 'base64'] as const).map((how) => bytes.toString(how).length)).toEqual([64, 43, 44]);
    expect(Buffer.from(bytes.toString('hex').slice(0, 32), 'hex')).toHaveLength(16);
  });

  test('the text and the bytes that it stands for are two keys, and so is the text with a newline', () => {
    const text = newKey();
    expect(new Set([hmac('a', text), hmac('a', Buffer.from(text, 'hex')), hmac('a', `${text}\n`)]).size).toBe(3);
  });

  test('a hashed word looks random and is found by hashing the words', () => {
    const { hashedWord } = load<{ hashedWord: (word: string) => string }>('hashed-word');
    expect(pages.get('make-a-key')).toContain(`is \`${hashedWord('password')}\``);
    const found = ['letmein', 'password'].find((word) => hashedWord(word) === hashedWord('password'));
    expect(found).toBe('password');
  });

  test('random bytes read as text: about 44 % U+FFFD, about 30 characters, and one in eight with a NUL', () => {
    const { bytesAsText } = load<{ bytesAsText: () => string }>('bytes-as-text');
    const texts = Array.from({ length: 3000 }, () => [...bytesAsText()]);
    const all = texts.flat();
    const mean = (count: number) => count / texts.length;
    expect(all.filter((each) => each === '\ufffd').length / all.length).toBeCloseTo(0.44, 1);
    expect(mean(all.length)).toBeGreaterThan(29);
    expect(mean(all.length)).toBeLessThan(31.5);
    expect(mean(all.filter((each) => each < '\x80').length)).toBeCloseTo(16, 0);
    expect(mean(texts.filter((each) => each.includes('\0')).length)).toBeCloseTo(1 / 8, 1);
  });

  test('decoding hex that is no hex says nothing', () => {
    expect(Buffer.from('my secret key', 'hex')).toHaveLength(0);
    expect(Buffer.from('deadbeef-cafe', 'hex')).toHaveLength(4);
    expect(Buffer.from('abc', 'hex')).toHaveLength(1);
    expect(hmac('admin', Buffer.from('my secret key', 'hex'))).toBe(hmac('admin', ''));
  });

  test('four results of Math.random give the fifth', () => {
    // A block of 64 results may end in between, so an attempt in sixteen fails.
    const rounds = Array.from({ length: 8 }, () => {
      const predicted = predictNext(Array.from({ length: 4 }, Math.random));
      return predicted !== null && Math.abs(predicted - Math.random()) < 2 ** -51;
    });
    expect(rounds.filter((right) => right).length).toBeGreaterThanOrEqual(6);
  });
});

describe('load a key', () => {
  test('the first program has the key, or does not start', () => {
    jest.replaceProperty(process, 'env', { ...process.env, SESSION_KEY: 'k' });
    expect(load<{ key: string }>('from-environment').key).toBe('k');
    jest.replaceProperty(process, 'env', { ...process.env, SESSION_KEY: '' });
    expect(() => load('from-environment')).toThrow('SESSION_KEY is not set.');
    jest.restoreAllMocks();
  });

  test('a random key in development only, with a warning that does not hold it', () => {
    const { sessionKey } = load<{ sessionKey: (env: object) => string }>('development-key');
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(sessionKey({ SESSION_KEY: 'k' })).toBe('k');
    expect(() => sessionKey({})).toThrow('SESSION_KEY is not set.');
    expect(() => sessionKey({ NODE_ENV: 'production' })).toThrow('SESSION_KEY is not set.');
    expect(warn).not.toHaveBeenCalled();
    const key = sessionKey({ NODE_ENV: 'development' });
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(warn.mock.calls.flat().join()).not.toContain(key);
    warn.mockRestore();
  });

  interface Shown {
    toString(): string;
  }
  test('a key object keeps still, and signs like the text', () => {
    const { wrap, tag } = load<{ wrap: (key: string) => Shown; tag: (text: string, key: Shown) => string }>('key-object');
    const text = newKey();
    const key = wrap(text);
    for (const shown of [inspect(key), JSON.stringify({ key }), key.toString()]) expect(shown).not.toContain(text.slice(0, 8));
    expect(tag('a', key)).toBe(createHmac('sha256', text).update('a').digest('base64url'));
  });

  test('a key from a file, without the newline', () => {
    const { fromFile } = load<{ fromFile: (env: object) => string }>('from-file');
    const folder = mkdtempSync(join(tmpdir(), 'lesson-text-'));
    try {
      writeFileSync(join(folder, 'key'), 'abc\n');
      expect(fromFile({ SESSION_KEY_FILE: join(folder, 'key') })).toBe('abc');
      expect(() => fromFile({})).toThrow('SESSION_KEY_FILE is not set.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('decodeHex refuses whatever the decoder would skip', () => {
    const { decodeHex } = load<{ decodeHex: (text: string) => Buffer | null }>('decode-hex');
    expect(decodeHex('00FF')).toEqual(Buffer.from([0, 255]));
    for (const text of ['zz', 'my secret key', 'abc', 'abcd\n', 'ab cd']) expect(decodeHex(text)).toBeNull();
  });
});

describe('load a key: what each package makes of a missing one', () => {
  const missing: [string, () => RequestHandler][] = [
    ['cookieParser(undefined)', () => cookieParser(undefined)],
    ["cookieParser('')", () => cookieParser('')],
  ];
  test.each(missing)('%s verifies nothing', async (_, make) => {
    const app = appWith(make(), (req) => ({ ...req.signedCookies }));
    expect((await exchange(app, '/', { cookie: `user=${signed('ada', '')}` })).body).toBe('{}');
  });

  test("cookieParser(['']) accepts what anyone signs", async () => {
    const app = appWith(cookieParser(['']), (req) => ({ ...req.signedCookies }));
    expect((await exchange(app, '/', { cookie: `user=${signed('ada', '')}` })).body).toBe('{"user":"ada"}');
  });

  test('cookieSession refuses to start without keys', () => {
    expect(() => cookieSession({ keys: undefined })).toThrow('.keys required.');
    expect(() => cookieSession({ keys: '' as unknown as string[] })).toThrow('.keys required.');
  });

  test("cookieSession({ keys: [''] }) accepts what anyone signs", async () => {
    const app = appWith(cookieSession({ keys: [''] }), (req) => ({ ...req.session }));
    const cookie = keygripCookie({ user: 'ada' }, '');
    expect((await exchange(app, '/', { cookie })).body).toBe('{"user":"ada"}');
  });

  test('cookieSession({ keys: [undefined] }) never sets a cookie', async () => {
    const app = appWith(cookieSession({ keys: [undefined as unknown as string] }), (req) => {
      Object.assign(req.session ?? {}, { user: 'ada' });
      return {};
    });
    const { status, setCookies } = await exchange(app, '/');
    expect({ status, setCookies }).toEqual({ status: 200, setCookies: [] });
  });

  const expressSession = (secret: unknown, store?: MemoryStore) =>
    session({ secret: secret as string, store, resave: false, saveUninitialized: false });

  test.each([[undefined], ['']])('express-session with %p fails at each request', async (secret) => {
    await quietly(async () => {
      expect(
        (
          await exchange(
            appWith(expressSession(secret), () => ({})),
            '/',
          )
        ).status,
      ).toBe(500);
    });
  });

  test.each([[undefined], ['']])("express-session with %p takes cookie-parser's key", async (secret) => {
    await quietly(async () => {
      const key = newKey();
      const store = new session.MemoryStore();
      const app = express();
      app.use(cookieParser(key), expressSession(secret, store));
      app.get('/', (req, res) => void res.send(String(Object.assign(req.session, { a: 1 }).id)));
      const { body: id, setCookies } = await exchange(app, '/');
      expect(setCookies[0]).toContain(`connect.sid=${signed(id, key)};`);
    });
  });

  test("express-session with [''] accepts what anyone signs", async () => {
    const store = new session.MemoryStore();
    const app = appWith(expressSession([''], store), (req) => ({ id: req.sessionID }));
    store.set('known', { cookie: { originalMaxAge: null } });
    expect((await exchange(app, '/', { cookie: `connect.sid=${signed('known', '')}` })).body).toBe('{"id":"known"}');
  });

  test.each([[undefined], ['']])('flaskSession with %p starts, and writing fails', async (secretKey) => {
    const app = express();
    app.use(flaskSession({ secretKey, warn: () => undefined }));
    app.get('/', (_req, res) => void res.send('read'));
    app.get('/write', (req, res) => {
      sessionOf(req).user = 'ada';
      res.send('written');
    });
    await quietly(async () => {
      expect((await exchange(app, '/')).status).toBe(200);
      expect((await exchange(app, '/write')).status).toBe(500);
    });
  });
});

describe('one key per purpose', () => {
  type Shop = (keys: { cookieKey: string; sessionKey: string }) => { app: Express; store: MemoryStore };
  const { shop } = load<{ shop: Shop }>('shared-key');

  async function moveNicknameToSession(keys: { cookieKey: string; sessionKey: string }): Promise<unknown> {
    const { app, store } = shop(keys);
    const login = await exchange(app, '/login-as-ada');
    const honest = await exchange(app, '/', { cookie: pairOf(login, 'connect.sid') });
    expect(JSON.parse(honest.body)).toEqual({ user: 'ada' });
    const [id = ''] = Object.keys((store as unknown as { sessions: Record<string, string> }).sessions);
    const { setCookies } = await exchange(app, `/nickname/${encodeURIComponent(id)}`);
    const value = setCookies[0]?.split(';')[0]?.replace('nickname=', '') ?? '';
    return JSON.parse((await exchange(app, '/', { cookie: `connect.sid=${value}` })).body);
  }

  test('with one key a nickname becomes a session', async () => {
    const key = newKey();
    expect(await moveNicknameToSession({ cookieKey: key, sessionKey: key })).toEqual({ user: 'ada' });
  });

  test('with two keys it does not', async () => {
    expect(await moveNicknameToSession({ cookieKey: newKey(), sessionKey: newKey() })).toEqual({ user: null });
  });

  test('with two keys it does again, if cookie-parser stands above the session', async () => {
    const [cookieKey, sessionKey] = [newKey(), newKey()];
    const store = new session.MemoryStore();
    store.set('known', { cookie: { originalMaxAge: null } });
    const ofSession = session({ secret: sessionKey, store, resave: false, saveUninitialized: false });
    const ask = async (...order: RequestHandler[]) => {
      const app = express();
      app.use(...order);
      app.get('/', (req, res) => void res.send(req.sessionID));
      return (await exchange(app, '/', { cookie: `connect.sid=${signed('known', cookieKey)}` })).body;
    };
    await quietly(async () => expect(await ask(cookieParser(cookieKey), ofSession)).toBe('known'));
    expect(await ask(ofSession, cookieParser(cookieKey))).not.toBe('known');
    expect(await ask(cookieParser(), ofSession)).not.toBe('known');
  });

  test('derived keys differ by purpose and by main key, and are 32 bytes', async () => {
    const { keyFor } = load<{ keyFor: (purpose: string, mainKey: string) => string }>('derive');
    const mainKey = newKey();
    const keys = [
      keyFor('session', mainKey),
      keyFor('nickname', mainKey),
      keyFor('session 1', mainKey),
      keyFor('session', newKey()),
    ];
    expect(new Set(keys).size).toBe(4);
    expect(keyFor('session', mainKey)).toBe(keys[0]);
    for (const key of keys) expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(
      await moveNicknameToSession({ cookieKey: keyFor('nickname', mainKey), sessionKey: keyFor('session', mainKey) }),
    ).toEqual({ user: null });
  });
});

describe('leaks', () => {
  const withGit = canRun('git') ? test : test.skip;
  withGit('the key that was taken out is still in the history', () => {
    const { stdout } = runInShell(snippet('git-history'));
    expect(stdout).toBe("+const key = 'c4e1-not-for-your-eyes';\n");
    expect(pages.get('leaks')).toContain(`It prints \`${stdout.trim()}\``);
  });
});

describe('rotation', () => {
  type Shop = (keys: { signingKey: string; retiredKeys: readonly string[] }) => Express;
  const { shop } = load<{ shop: Shop }>('overlap');
  const [a, b] = [newKey(), newKey()];

  test('in the overlap both keys are accepted and the new one signs; afterwards the old one is not', async () => {
    const overlap = shop({ signingKey: a, retiredKeys: [b] });
    const old = { cookie: `name=${signed('ada', b)}` };
    const { body, setCookies } = await exchange(overlap, '/', old);
    expect({ body, setCookies }).toEqual({ body: '"ada"', setCookies: [] });
    expect((await exchange(overlap, '/set/ada')).setCookies[0]).toBe(`name=${signed('ada', a)}; Path=/`);
    expect((await exchange(shop({ signingKey: a, retiredKeys: [] }), '/', old)).body).toBe('false');
  });

  test('express-session: the first signs, and an old cookie is signed anew when it is sent', async () => {
    const store = new session.MemoryStore();
    const app = appWith(session({ secret: [a, b], store, resave: false, saveUninitialized: false, rolling: true }), (req) => ({
      id: req.sessionID,
    }));
    store.set('known', { cookie: { originalMaxAge: null } });
    const { body, setCookies } = await exchange(app, '/', { cookie: `connect.sid=${signed('known', b)}` });
    expect(body).toBe('{"id":"known"}');
    expect(setCookies[0]).toContain(`connect.sid=${signed('known', a)};`);
  });

  test('cookie-session: the first signs, and the signature of an old cookie is replaced at once', async () => {
    const app = appWith(cookieSession({ keys: [a, b] }), (req) => ({ ...req.session }));
    const { body, setCookies } = await exchange(app, '/', { cookie: keygripCookie({ user: 'ada' }, b) });
    expect(body).toBe('{"user":"ada"}');
    const [, signature = ''] = keygripCookie({ user: 'ada' }, a).split('session.sig=');
    expect(setCookies).toEqual([expect.stringContaining(`session.sig=${signature};`)]);
  });

  const flask = findFlask([3, 1, 1]);
  const withFlask = flask.found ? test : test.skip;
  withFlask(`Flask 3.1.1 and later: the fallback is accepted and never signs${flask.found ? '' : `. ${flask.whatToDo}`}`, () => {
    const code = snippet('flask-fallbacks');
    const ask = (signingKey: string, retiredKey: string, method: 'GET' | 'POST', cookie?: string) =>
      askFlask(flask.found ? flask.python : '', {
        code,
        env: { SESSION_KEY: signingKey, RETIRED_SESSION_KEY: retiredKey },
        method,
        cookie,
      });
    const old = ask(b, newKey(), 'POST').session;
    expect(ask(a, b, 'GET', old).body).toBe('ada');
    const fresh = ask(a, b, 'POST').session;
    expect(ask(a, newKey(), 'GET', fresh).body).toBe('ada');
    expect(ask(newKey(), a, 'GET', old).body).toBe('nobody');
  });

  test('a key id is looked up among the accepted keys, and nowhere else', () => {
    const { keyById } = load<{ keyById: (id: string, accepted: ReadonlyMap<string, string>) => string | null }>('key-id');
    const accepted = new Map([['2026', a]]);
    expect(keyById('2026', accepted)).toBe(a);
    for (const id of ['__proto__', 'constructor', '', '2023', '../../public/logo.png']) expect(keyById(id, accepted)).toBeNull();
    expect(({} as Record<string, unknown>)['__proto__']).toBeDefined();
  });
});

describe('sealing', () => {
  type Both = { seal: (text: string, key: Buffer) => string; unseal: (value: string, key: Buffer) => string };
  const { seal, unseal } = load<Both>('seal');
  const key = randomBytes(32);

  test('what was sealed comes back, differs each time, and cannot be read', () => {
    const values = ['grüße', 'grüße'].map((text) => seal(text, key));
    expect(values.map((value) => unseal(value, key))).toEqual(['grüße', 'grüße']);
    expect(new Set(values).size).toBe(2);
    expect(Buffer.from(values[0] ?? '', 'base64url').toString()).not.toContain('gr');
  });

  test('each changed byte, each shorter value and another key is refused', () => {
    const value = Buffer.from(seal('role=user', key), 'base64url');
    for (let at = 0; at < value.length; at++) {
      const changed = Buffer.from(value);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => unseal(changed.toString('base64url'), key)).toThrow();
      expect(() => unseal(value.subarray(0, at).toString('base64url'), key)).toThrow();
    }
    expect(() => unseal(value.toString('base64url'), randomBytes(32))).toThrow();
    expect(unseal(value.toString('base64url'), key)).toBe('role=user');
  });

  test('one nonce for two texts gives away how they differ', () => {
    const nonce = randomBytes(12);
    const [texts, hidden] = [['attack at dawn', 'retreat by two'], [] as Buffer[]];
    for (const text of texts) hidden.push(createCipheriv('aes-256-gcm', key, nonce).update(text, 'utf8'));
    const xor = (left: Buffer, right: Buffer) => left.map((byte, at) => byte ^ (right[at] ?? 0));
    expect(xor(hidden[0] ?? key, hidden[1] ?? key)).toEqual(xor(Buffer.from(texts[0] ?? ''), Buffer.from(texts[1] ?? '')));
  });

  test('short tags: accepted by default before Node 26, never with authTagLength', () => {
    const code = (options: string) => `
      const { createCipheriv, createDecipheriv, randomBytes } = require('node:crypto');
      const [key, nonce] = [randomBytes(32), randomBytes(12)];
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const hidden = Buffer.concat([cipher.update('a'), cipher.final()]);
      const accepted = [];
      for (let length = 0; length <= 16; length++) try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, ${options});
        decipher.setAuthTag(cipher.getAuthTag().subarray(0, length));
        decipher.update(hidden);
        decipher.final();
        accepted.push(length);
      } catch {}
      console.log(accepted.join());`;
    const major = Number(process.versions.node.split('.')[0]);
    const byDefault = runNode(code('{}'));
    expect(byDefault.stdout.trim()).toBe(major < 26 ? '4,8,12,13,14,15,16' : '16');
    if (major >= 23 && major < 26) expect(byDefault.stderr).toContain('DEP0182');
    expect(runNode(code('{ authTagLength: 16 }')).stdout.trim()).toBe('16');
  });

  test('update() gives out text that final() then refuses', () => {
    const code = `
      const { createCipheriv, createDecipheriv, randomBytes } = require('node:crypto');
      const [key, nonce] = [randomBytes(32), randomBytes(12)];
      const hidden = createCipheriv('aes-256-gcm', key, nonce).update('role=user');
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAuthTag(randomBytes(16));
      console.log(decipher.update(hidden, undefined, 'utf8'));
      try { decipher.final(); } catch { console.log('refused'); }`;
    expect(runNode(code).stdout).toBe('role=user\nrefused\n');
  });

  test('text that was taken along must be the same on both sides', () => {
    const code = (name: string) => `
      const { createCipheriv, createDecipheriv, randomBytes } = require('node:crypto');
      const [key, nonce] = [randomBytes(32), randomBytes(12)];
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from('voucher')); // before update
      const hidden = Buffer.concat([cipher.update('10'), cipher.final()]);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAuthTag(cipher.getAuthTag());
      decipher.setAAD(Buffer.from('${name}'));
      try { console.log(decipher.update(hidden, undefined, 'utf8') + decipher.final('utf8')); } catch { console.log('refused'); }`;
    expect(pages.get('sealing')).toContain("cipher.setAAD(Buffer.from('voucher')); // before update");
    expect([runNode(code('voucher')).stdout, runNode(code('role')).stdout]).toEqual(['10\n', 'refused\n']);
  });

  test('compressed before it is sealed, a right guess is shorter than a wrong one', () => {
    const lengths = ['hunter2', 'qwertzu'].map((guess) => {
      const together = deflateRawSync(`secret=hunter2&nickname=secret=${guess}`);
      return seal(together.toString('latin1'), key).length;
    });
    expect(lengths[0]).toBeLessThan(lengths[1] ?? 0);
  });

  test('CBC without a tag: a flipped bit of the iv makes an administrator', () => {
    const cbc = load<{ encrypt: Both['seal']; decrypt: Both['unseal'] }>('cbc');
    const { becomeAdmin } = load<{ becomeAdmin: (value: string) => string }>('flip');
    const value = cbc.encrypt('{"admin":0,"id":7,"name":"ada"}', key);
    expect(cbc.decrypt(value, key)).toBe('{"admin":0,"id":7,"name":"ada"}');
    expect(JSON.parse(cbc.decrypt(becomeAdmin(value), key))).toEqual({ admin: 1, id: 7, name: 'ada' });
  });
});

describe('the text', () => {
  test('each block marked to be run is used by a test', () => {
    const used = readFileSync(__filename, 'utf8');
    expect(snippets.map(({ name }) => name).filter((name) => !used.includes(`('${name}')`))).toEqual([]);
    expect(new Set(snippets.map(({ name }) => name)).size).toBe(snippets.length);
  });

  test('lesson.json lists every page', () => {
    const { pages: listed } = JSON.parse(readFileSync(join(__dirname, 'lesson.json'), 'utf8')) as { pages: string[] };
    expect([...listed].sort()).toEqual([...pages.keys()].sort());
  });

  test.each([...pages.keys()])('%s leads only to pages and headings that exist', (page) =>
    expect(brokenLinks(join(__dirname, 'lesson-text', `${page}.md`))).toEqual([]),
  );

  test('sha256 of a word, as printed', () => {
    expect(pages.get('make-a-key')).toContain(createHash('sha256').update('password').digest('hex'));
  });
});

function appWith(middleware: RequestHandler, answer: (req: express.Request) => object): Express {
  const app = express();
  app.use(middleware);
  app.get('/', (req, res) => void res.json(answer(req)));
  return app;
}

/** What cookie-session sends: the session in one cookie, Keygrip's signature of `session=<value>` in another. */
function keygripCookie(content: object, key: string): string {
  const value = Buffer.from(JSON.stringify(content)).toString('base64');
  return `session=${value}; session.sig=${createHmac('sha1', key).update(`session=${value}`).digest('base64url')}`;
}

/** Express reports errors to the console, and express-session a missing secret to stderr. Here both are meant to happen. */
async function quietly(run: () => Promise<void>): Promise<void> {
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const write = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    await run();
  } finally {
    error.mockRestore();
    write.mockRestore();
  }
}
