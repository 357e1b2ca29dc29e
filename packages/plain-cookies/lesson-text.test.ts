// What the lesson text says about Express is run against Express: each code block marked `run`, and each claim of the table.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { AddressInfo } from 'node:net';

import { describe, expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';
import cookieParser from 'cookie-parser';
import express, { type Express, type Request, type Response } from 'express';

const textFolder = join(__dirname, 'lesson-text');
const pages = new Map(
  readdirSync(textFolder).map((file) => [file.replace(/\.md$/, ''), readFileSync(join(textFolder, file), 'utf8')]),
);

describe('code marked to be run', () => {
  const blocks = [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/```ts run\n(.*?)```/gs)].map(([, code], index) => ({ page, index, code: code ?? '' })),
  );

  test.each(blocks)('$page, block $index is an app that answers', async ({ code }) => {
    const app = load(code);
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
  test.each([...pages])('%s leads only to pages and headings that exist', (page, text) => {
    for (const [, target = '', , heading] of text.matchAll(/\]\(([a-z-]+)\.md(#([a-z0-9-]+))?\)/g)) {
      const linked = pages.get(target);
      expect({ page, target, known: linked !== undefined }).toEqual({ page, target, known: true });
      if (heading) expect(headings(linked ?? '')).toContain(heading);
    }
  });
});

function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .trim()
      .replace(/ +/g, '-'),
  );
}

function load(code: string): Express {
  const compiled = transformSync(code, {
    filename: 'snippet.ts',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const module = { exports: {} as { default?: Express } };
  const run = compileFunction(compiled.code, ['module', 'exports', 'require']) as (
    m: typeof module,
    e: object,
    r: NodeJS.Require,
  ) => void;
  run(module, module.exports, createRequire(__filename));
  if (!module.exports.default) throw new Error('The block exports no app.');
  return module.exports.default;
}

async function exchange(
  app: Express,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; setCookies: string[]; body: string }> {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, setCookies: response.headers['set-cookie'] ?? [], body }),
        );
      })
        .on('error', reject)
        .end();
    });
  } finally {
    server.close();
  }
}
