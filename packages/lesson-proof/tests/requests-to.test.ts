// An app is asked over HTTP, remembers nothing of the asker, and is gone afterwards.

import { expect, test } from '@jest/globals';
import express from 'express';

import { cookieFrom, pairNamed, requestsTo, requestTo } from '../src/index';

function app(): express.Express {
  const made = express();
  made.use(express.urlencoded());
  made.get(
    '/',
    (req, res) =>
      void res
        .cookie('a', '1')
        .cookie('b', '2')
        .send(req.get('cookie') ?? 'none'),
  );
  made.post('/', (req, res) => void res.status(303).redirect(`/${(req.body as { to: string }).to}`));
  return made;
}

test('cookies are sent as told, and what is set is seen', async () => {
  await requestsTo(app(), async (send) => {
    const first = await send({ path: '/' });
    expect([first.body, pairNamed(first, 'b'), pairNamed(first, 'c'), cookieFrom(first)]).toEqual([
      'none',
      'b=2',
      '',
      'a=1; b=2',
    ]);
    expect((await send({ path: '/', cookie: 'a=1' })).body).toBe('a=1');
  });
});

test('a form is sent, and a redirect is not followed', async () => {
  const { status } = await requestTo(app(), { method: 'POST', path: '/', form: { to: 'ä b' } });
  expect([302, 303]).toContain(status);
});
