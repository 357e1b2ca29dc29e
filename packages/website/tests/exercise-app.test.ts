// What passes between a browser and the student's app is passed on as it is, and written down as it was.

import { request } from 'node:http';

import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { AppRecord } from '../src/exercises/app-record';
import { FakeChecks, FakeStudentApp } from './exercise-fakes';
import { type OpenSite, openSite } from './open-site';

// Slow machines compile the whole site first.
jest.setTimeout(60_000);

const id = 'plain-cookies/first-cookie';

describe('The record of an app', () => {
  it('shows each cookie as it was set and as the last request carried it', () => {
    const record = new AppRecord();
    record.add({ request: 'GET /', status: 200, cookie: null, setCookie: ['seen=yes; Path=/', 'box=a=b; HttpOnly'] });
    record.add({ request: 'GET /two', status: 200, cookie: 'box=a=b; box=tossed; other=1', setCookie: ['seen=no'] });
    expect(record.cookies()).toEqual([
      { name: 'box', setBy: 'box=a=b; HttpOnly', sent: 'a=b' },
      { name: 'other', setBy: null, sent: '1' },
      { name: 'seen', setBy: 'seen=no', sent: null },
    ]);
    expect(record.exchanges().map(({ request: asked }) => asked)).toEqual(['GET /two', 'GET /']);
    record.clear();
    expect([record.cookies(), record.exchanges()]).toEqual([[], []]);
  });

  it('stays small, whatever an app does', () => {
    const record = new AppRecord();
    const many = Array.from({ length: 200 }, (_, index) => `c${index}=${'x'.repeat(9_000)}`);
    for (let count = 0; count < 20; count++)
      record.add({ request: 'GET /', status: 200, cookie: many.join('; '), setCookie: many });
    expect(record.exchanges()).toHaveLength(12);
    expect(record.cookies().length).toBeLessThanOrEqual(101);
    expect(JSON.stringify(record.cookies()).length).toBeLessThan(600_000);
  });
});

describe("The student's app at its own name", () => {
  let site: OpenSite | undefined;
  afterEach(async () => {
    await site?.close();
  });

  it('gets host, path, body and cookies untouched, and its answer comes back so', async () => {
    const app = new FakeStudentApp((req, res) => {
      let body = '';
      req.on('data', (part: Buffer) => (body += part.toString()));
      req.on('end', () => {
        res.writeHead(303, [['Location', '/next'], ['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2; HttpOnly'], ['X-Own', 'yes']].flat()); // prettier-ignore
        res.end(JSON.stringify({ url: req.url, method: req.method, host: req.headers.host, cookie: req.headers.cookie, body }));
      });
    });
    const here = (site = await openSite({ checks: new FakeChecks(), studentApp: app }));
    const running = new Promise<void>((resolve) => app.subscribe(() => app.state()?.port && resolve()));
    app.start(id);
    await running;
    const host = `app.course.localhost:${here.port}`;
    const answer = await ask(
      here.port,
      { host, cookie: 'a=0; a=9', 'content-type': 'text/plain' },
      'POST',
      '/buy?x=%2F',
      'one tin',
    );
    app.stop();
    expect(answer.status).toBe(303);
    expect(answer.headers).toMatchObject({ location: '/next', 'set-cookie': ['a=1', 'b=2; HttpOnly'], 'x-own': 'yes' });
    expect(answer.headers['content-security-policy']).toBeUndefined();
    expect(JSON.parse(answer.body)).toEqual({ url: '/buy?x=%2F', method: 'POST', host, cookie: 'a=0; a=9', body: 'one tin' });
  });

  it('is nowhere under another name, and no other name is let through by it', async () => {
    const app = new FakeStudentApp((_req, res) => res.end('the app'));
    const here = (site = await openSite({ studentApp: app }));
    const running = new Promise<void>((resolve) => app.subscribe(() => app.state()?.port && resolve()));
    app.start(id);
    await running;
    for (const host of [
      `app.course.localhost.evil.test:${here.port}`,
      `app.course.localhost:${here.port + 1}`,
      'app.course.localhost',
    ]) {
      expect((await ask(here.port, { host }, 'GET', '/')).status).toBe(421);
    }
    app.stop();
    expect((await ask(here.port, { host: `app.course.localhost:${here.port}` }, 'GET', '/')).status).toBe(503);
  });
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

function ask(port: number, headers: Record<string, string>, method: string, path: string, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
