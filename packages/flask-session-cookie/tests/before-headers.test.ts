// Every way in which Node and Express send headers, with another Set-Cookie beside ours.

import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';

import { flaskSession, sessionOf } from '../src';
import { type Served, ask, serve } from './serve';

const apps: Served[] = [];
afterEach(() => Promise.all(apps.splice(0).map((app) => app.close())));

async function answer(view: (res: express.Response, req: express.Request) => unknown): Promise<Awaited<ReturnType<typeof ask>>> {
  const app = express().use(flaskSession({ secretKey: 'dev', now: () => 1_700_000_000_000 }));
  app.get('/', (req, res) => {
    sessionOf(req).user = 'ada';
    view(res, req);
  });
  app.use(((error: Error, _req, res, next) =>
    res.headersSent ? next(error) : res.status(500).send(error.message)) as express.ErrorRequestHandler);
  const served = await serve(app);
  apps.push(served);
  return ask(`${served.origin}/`);
}

const ours = 'session=eyJ1c2VyIjoiYWRhIn0.ZVPxAA.YQZXjVwxAyiJVjjn7LSv8-6inHc; HttpOnly; Path=/';
const theirs = 'a=1; Path=/';

describe('the session is sent once, beside other cookies, by', () => {
  it.each<[string, (res: express.Response) => unknown]>([
    ['send', (res) => res.cookie('a', '1').send('x')],
    ['json', (res) => res.cookie('a', '1').json({})],
    ['redirect', (res) => res.cookie('a', '1').redirect('/')],
    ['end', (res) => res.cookie('a', '1').end()],
    ['sendStatus', (res) => res.cookie('a', '1').sendStatus(204)],
    ['two writes', (res) => (res.cookie('a', '1').write('x'), res.write('y'), res.end('z'))],
    ['flushHeaders', (res) => (res.cookie('a', '1').flushHeaders(), res.end('z'))],
    ['pipe', (res) => Readable.from(['x', 'y']).pipe(res.cookie('a', '1'))],
    ['sendFile', (res) => res.cookie('a', '1').sendFile(__filename)],
    ['writeHead', (res) => res.cookie('a', '1').writeHead(201).end()],
    ['writeHead with a message', (res) => res.cookie('a', '1').writeHead(201, 'Made').end()],
    ['writeHead with headers', (res) => res.writeHead(200, { 'set-cookie': theirs }).end()],
    ['writeHead with a message and headers', (res) => res.writeHead(200, 'Fine', { 'Set-Cookie': [theirs] }).end()],
    ['writeHead with a flat list', (res) => res.writeHead(200, ['Set-Cookie', theirs, 'X-Count', 1]).end()],
    ['writeHead with a list of pairs', (res) => res.writeHead(200, [['Set-Cookie', theirs]] as never).end()],
  ])('%s', async (_way, view) => {
    const { setCookie, vary } = await answer(view);
    expect(setCookie).toEqual([theirs, ours]);
    // Express's redirect varies on Accept, too.
    expect(vary).toMatch(/^(Accept, )?Cookie$/);
  });
});

it('keeps two cookies that one list gives to writeHead', async () => {
  const { setCookie } = await answer((res) => res.writeHead(200, ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']).end());
  expect(setCookie).toEqual(['a=1', 'b=2', ours]);
});

it.each([
  ['Accept-Encoding', 'Accept-Encoding, Cookie'],
  ['Accept, cookie', 'Accept, cookie'],
  ['*', '*'],
])('makes Vary: %s into %s', async (before, after) => {
  expect((await answer((res) => res.set('Vary', before).end())).vary).toBe(after);
});

it('leaves the error about headers that were sent twice to Node', async () => {
  let error: unknown;
  await answer((res) => {
    res.end('x');
    try {
      res.writeHead(200);
    } catch (caught) {
      error = caught;
    }
  });
  expect(error).toMatchObject({ code: 'ERR_HTTP_HEADERS_SENT' });
});

it('makes an error page when something unstorable was hidden inside a value', async () => {
  const { status, body, setCookie } = await answer((res, req) => {
    sessionOf<{ cart?: unknown[] }>(req).cart = [];
    sessionOf<{ cart: unknown[] }>(req).cart.push(() => 'milk');
    res.send('never seen');
  });
  expect({ status, body, setCookie }).toMatchObject({ status: 500, setCookie: [] });
  expect(body).toContain("The session's cart[0] is a function");
});
