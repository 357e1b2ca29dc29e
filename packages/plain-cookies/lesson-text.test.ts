// What the lesson text says about Express is run against Express: each code block marked `run`, and each claim of the table.

import { join } from 'node:path';

import { type Answered, brokenLinks, loadSnippet, readPages, requestTo, snippetsOf } from '@cookie-lessons/lesson-proof';
import { describe, expect, test } from '@jest/globals';
import cookieParser from 'cookie-parser';
import express, { type Express, type Request, type Response } from 'express';

const pages = readPages(__dirname);
const exchange = (app: Express, method: string, path: string, headers: Record<string, string> = {}): Promise<Answered> =>
  requestTo(app, { method, path, headers });

describe('code marked to be run', () => {
  const blocks = snippetsOf(pages).filter(({ marked }) => marked);

  test.each(blocks)('$page, block $# is an app that answers', async ({ code }) => {
    const { default: app } = loadSnippet<{ default?: Express }>(code, __filename);
    if (!app) throw new Error('The block exports no app.');
    const { status } = await exchange(app, 'GET', '/');
    expect(status).toBeLessThan(500);
  });

  test('there are such blocks', () => expect(blocks.length).toBeGreaterThanOrEqual(4));
});

describe('what the text says of Express', () => {
  const claims: readonly { page: string; says: string; when: (req: Request, res: Response) => void; setCookie: string }[] = [
    {
      page: 'set-and-read',
      says: 'Set-Cookie: fav_cookie=chocolate%20chip; Path=/',
      when: (_req, res) => res.cookie('fav_cookie', 'chocolate chip'),
      setCookie: 'fav_cookie=chocolate%20chip; Path=/',
    },
    {
      page: 'the-bill',
      says: 'Set-Cookie: total=%24125.47; Path=/',
      when: (_req, res) => res.cookie('total', '$125.47'),
      setCookie: 'total=%24125.47; Path=/',
    },
    {
      page: 'lifetime-and-deletion',
      says: '| `maxAge: 30 * 24 * 60 * 60 * 1000` | `Max-Age=2592000` | 30 days |',
      when: (_req, res) => res.cookie('a', 'b', { maxAge: 30 * 24 * 60 * 60 * 1000 }),
      setCookie: 'Max-Age=2592000',
    },
    {
      page: 'lifetime-and-deletion',
      says: '| `maxAge: 30 * 24 * 60 * 60` | `Max-Age=2592` | 43 minutes |',
      when: (_req, res) => res.cookie('a', 'b', { maxAge: 30 * 24 * 60 * 60 }),
      setCookie: 'Max-Age=2592;',
    },
    {
      page: 'lifetime-and-deletion',
      says: '| `maxAge: 60` | `Max-Age=0` | not at all |',
      when: (_req, res) => res.cookie('a', 'b', { maxAge: 60 }),
      setCookie: 'Max-Age=0',
    },
    {
      page: 'lifetime-and-deletion',
      says: 'Set-Cookie: zip=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      when: (_req, res) => res.clearCookie('zip'),
      setCookie: 'zip=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    },
    {
      page: 'attributes',
      says: '`{ httponly: true }` is ignored without a word',
      when: (_req, res) => res.cookie('a', 'b', { httponly: true } as object),
      setCookie: 'a=b; Path=/',
    },
    {
      page: 'attributes',
      says: '`sameSite: true` means `Strict`',
      when: (_req, res) => res.cookie('a', 'b', { sameSite: true }),
      setCookie: 'SameSite=Strict',
    },
    {
      page: 'values-and-limits',
      says: "`res.cookie('cart', { sku: 1 })` writes `j:` and JSON",
      when: (_req, res) => res.cookie('cart', { sku: 1 }),
      setCookie: 'cart=j%3A%7B%22sku%22%3A1%7D; Path=/',
    },
  ];

  test.each(claims)('$page: $says', async ({ page, says, when, setCookie }) => {
    expect(pages.get(page)).toContain(says);
    const app = express();
    app.get('/', (req, res) => {
      when(req, res);
      res.end();
    });
    const { setCookies } = await exchange(app, 'GET', '/');
    expect(setCookies).toEqual([expect.stringContaining(setCookie)]);
  });

  test('values-and-limits: a value that begins with j: arrives as an object, and the first of two equal names wins', async () => {
    const app = express();
    app.use(cookieParser());
    app.get('/', (req, res) => void res.json(req.cookies));
    const { body } = await exchange(app, 'GET', '/', { cookie: 'cart=j%3A%7B%22admin%22%3Atrue%7D; a=1; a=2; b=x=y' });
    expect(JSON.parse(body)).toEqual({ cart: { admin: true }, a: '1', b: 'x=y' });
  });

  test('express-in-ten-minutes: without cookie-parser there are no req.cookies', async () => {
    const app = express();
    app.get('/', (req, res) => void res.send(String((req as { cookies?: unknown }).cookies)));
    expect((await exchange(app, 'GET', '/', { cookie: 'a=1' })).body).toBe('undefined');
  });

  test('set-and-read: a cookie set after the answer throws', () => {
    const app = express();
    let message = '';
    app.get('/', (_req, res) => {
      res.send('done');
      try {
        res.cookie('a', 'b');
      } catch (error) {
        message = String(error);
      }
    });
    return exchange(app, 'GET', '/').then(() =>
      expect(message).toContain('Cannot set headers after they are sent to the client'),
    );
  });

  test('express-in-ten-minutes: numbers from text', () => {
    expect(['1' + String(1), Number('1') + 1, Number('banana'), Number(''), Number.isSafeInteger(Number('9e15'))]).toEqual([
      '11',
      2,
      NaN,
      0,
      true,
    ]);
  });
});

describe('links', () => {
  test.each([...pages.keys()])('%s leads only to pages and headings that exist', (page) =>
    expect(brokenLinks(join(__dirname, 'lesson-text', `${page}.md`))).toEqual([]),
  );
});
