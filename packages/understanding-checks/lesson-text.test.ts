// What the lesson text says is run: each code block marked `run`, the comparisons of its tables, and its links.

import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Answered, brokenLinks, loadSnippet, readPages, requestTo, snippetsOf } from '@cookie-lessons/lesson-proof';
import { describe, expect, test } from '@jest/globals';
import type { Express } from 'express';

const pages = readPages(__dirname);
const snippets = snippetsOf(pages).filter(({ marked }) => marked);
const load = <Exports>(name: string): Exports =>
  loadSnippet<Exports>(snippets.find((each) => each.name === name)?.code ?? '', __filename);
const exchange = (app: Express, method: string, path: string, headers: Record<string, string>): Promise<Answered> =>
  requestTo(app, { method, path, headers });
const newKey = () => randomBytes(32).toString('hex');

describe('csrf: Sec-Fetch-Site', () => {
  const { default: app } = load<{ default: Express }>('fetch-site');
  const status = (method: 'GET' | 'POST', path: string, site?: string) =>
    exchange(app, method, path, site === undefined ? {} : { 'sec-fetch-site': site }).then((answer) => answer.status);

  test.each([
    ['same-origin', 200],
    ['none', 200],
    ['same-site', 403],
    ['cross-site', 403],
    ['something-new', 403],
    [undefined, 200],
  ])('a POST with %p', async (site, expected) => {
    expect(await status('POST', '/transfer', site)).toBe(expected);
  });

  test.each(['same-origin', 'none', 'same-site', 'cross-site', undefined])('a link with %p works', async (site) => {
    expect(await status('GET', '/', site)).toBe(200);
  });
});

describe('csrf: Origin', () => {
  const own = 'https://shop.example.test';
  const { isOwnOrigin } = load<{ isOwnOrigin: (origin: string, own: readonly string[]) => boolean }>('origin');

  const careless: [string, (origin: string) => boolean, readonly string[]][] = [
    ['startsWith', (origin) => origin.startsWith(own), ['https://shop.example.test.evil.test']],
    ['endsWith', (origin) => origin.endsWith('shop.example.test'), ['https://evilshop.example.test']],
    [
      'includes',
      (origin) => origin.includes('shop.example.test'),
      ['https://shop.example.test.evil.test', 'https://evilshop.example.test'],
    ],
    ['the host alone', (origin) => new URL(origin).host === 'shop.example.test', ['http://shop.example.test']],
    ['referer.includes', (referer) => referer.includes('shop.example.test'), ['https://evil.test/?shop.example.test']],
  ];

  test.each(careless)('%s lets a stranger through, and the whole does not', (_, compare, strangers) => {
    expect([compare(own), isOwnOrigin(own, [own])]).toEqual([true, true]);
    for (const stranger of strangers) {
      expect(pages.get('csrf')).toContain(stranger);
      expect([compare(stranger), isOwnOrigin(stranger, [own])]).toEqual([true, false]);
    }
  });

  test('null is nobody', () => expect(isOwnOrigin('null', [own])).toBe(false));
});

describe('csrf: tokens', () => {
  type Tokens = {
    tokenFor: (sessionId: string, key: string) => string;
    isTokenFor: (sessionId: string, given: unknown, key: string) => boolean;
  };
  const { tokenFor, isTokenFor } = load<Tokens>('token');

  test('the token of this session fits, and no other', () => {
    const key = newKey();
    const token = tokenFor('ada', key);
    expect(isTokenFor('ada', token, key)).toBe(true);
    const strangers = [tokenFor('mallory', key), tokenFor('ada', newKey()), '', token.slice(1), [token], undefined, 7];
    expect(strangers.map((given) => isTokenFor('ada', given, key))).toEqual(strangers.map(() => false));
  });
});

describe('audit an app: the flaw, and the same without it', () => {
  type Shop = { shop: (env: object) => Express };
  const before = load<Shop>('flaw').shop;
  const after = load<Shop>('fixed').shop;
  const cookie = (key: string) => ({
    cookie: `user=${encodeURIComponent(`s:ada.${createHmac('sha256', key).update('ada').digest('base64').replace(/=+$/, '')}`)}`,
  });
  const greet = async (app: Express, headers: Record<string, string>) => (await exchange(app, 'GET', '/', headers)).body;

  test('the attack succeeds before, and there is nothing to attack after', async () => {
    expect(await greet(before({}), cookie('dev'))).toBe('Hello ada');
    expect(() => after({})).toThrow('COOKIE_KEY is not set.');
    expect(await greet(after({ COOKIE_KEY: newKey() }), cookie('dev'))).toBe('Hello stranger');
  });

  test.each([
    ['before', before],
    ['after', after],
  ])('honest visitors are served %s', async (_, shop) => {
    const key = newKey();
    expect(await greet(shop({ COOKIE_KEY: key }), cookie(key))).toBe('Hello ada');
    expect(await greet(shop({ COOKIE_KEY: key }), {})).toBe('Hello stranger');
  });

  test('nine questions are nine', () => {
    const numbers = [...(pages.get('audit-an-app') ?? '').matchAll(/^\| (\d) \|/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
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
});
