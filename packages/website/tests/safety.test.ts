// Who may ask the site, and what it says to those who may not. The browser's side of it is in browser/safety.test.ts.

import { connect } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import express from 'express';

import { listenHere } from '../src';
import { quietErrors } from '../src/layout/error-pages';
import { type Answer, ask } from './ask';
import { FakeChecks, quizInMemory } from './exercise-fakes';
import { type OpenSite, openSite } from './open-site';

let site: OpenSite;
const checks = new FakeChecks();
const quiz = quizInMemory();

beforeAll(async () => {
  site = await openSite({ checks, quiz });
});
afterAll(() => site.close());

describe('The names that the site answers to', () => {
  it('are its own, in any case of letters', async () => {
    for (const name of ['course.localhost', 'COURSE.localhost', 'localhost', '127.0.0.1', '[::1]']) {
      expect([name, (await askAs(`${name}:${site.port}`)).status]).toEqual([name, 200]);
    }
  });

  it('are no other: 421, and nothing of the site', async () => {
    const foreign = [
      `evil.example:${site.port}`,
      `course.localhost:${site.port + 1}`,
      'course.localhost',
      `course.localhost.:${site.port}`,
      `course.localhost.evil.example:${site.port}`,
      `nobody.course.localhost:${site.port}`,
      `127.0.0.1.nip.io:${site.port}`,
      `127.1:${site.port}`,
      `course.localhost:${site.port}@evil.example`,
      `course.localhost:${site.port}, evil.example`,
    ];
    for (const host of foreign) {
      for (const path of ['/', '/assets/site.js', '/api/progress', '/text/sessions/signing']) {
        const { status, text, headers } = await askAs(host, path);
        expect([host, path, status]).toEqual([host, path, 421]);
        expect(text).not.toContain('course-token');
        expect(headers['content-security-policy']).toContain("default-src 'none'");
      }
    }
  });

  it('is asked for by one name only: a request without or with two is turned away', async () => {
    expect(await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 4/);
    expect(await raw('GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 421/);
    expect(await raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421/);
    const two = `GET / HTTP/1.1\r\nHost: evil.example:${site.port}\r\nHost: course.localhost:${site.port}\r\nConnection: close\r\n\r\n`;
    expect(await raw(two)).toMatch(/^HTTP\/1\.1 4/);
    expect(await raw(`GET http://course.localhost:${site.port}/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 421/); // prettier-ignore
  });
});

describe('What every answer says to the browser', () => {
  it('is one strict policy, on pages, assets and errors alike', async () => {
    const policy = "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';frame-src 'self' http://*.course.localhost:*;frame-ancestors 'self';base-uri 'none'"; // prettier-ignore
    for (const path of [
      '/',
      '/text/sessions/signing',
      '/search?q=key',
      '/exercises/plain-cookies/first-cookie?pane',
      '/assets/site.js',
      '/nowhere',
      '/%E0%A4%A',
    ]) {
      const { headers } = await ask(site.port, path);
      expect([path, headers['content-security-policy']]).toEqual([path, policy]);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'SAMEORIGIN' }); // prettier-ignore
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('is the words that were searched for as words, never as a page', async () => {
    const { text } = await ask(site.port, `/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)> cookie')}`);
    expect(text).not.toContain('<img src=x');
    expect(text).toContain('&lt;img');
    for (const query of ['q=a&q=b', 'q[x]=1', `q=${'('.repeat(5000)}`, 'q=%00', 'q=.*%2B%5B']) expect((await ask(site.port, `/search?${query}`)).status).toBe(200); // prettier-ignore
  });
});

describe('An error page', () => {
  it('names no path of this computer and no line of the program', async () => {
    for (const path of [
      '/%E0%A4%A',
      '/nowhere',
      '/text/sessions/pictures/..%2f..%2flesson.json',
      '/assets/..%2fcreate-site.ts',
      '/assets/%2e%2e/html.ts',
      '/text/sessions/pictures/none.png',
      '/search?q=%',
    ]) {
      const { status, text } = await ask(site.port, path);
      if (path !== '/search?q=%') expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      expect(text).not.toMatch(/node_modules|packages\/website|\bat .*\.[jt]s:|\/home\/|\/work\//);
    }
  });

  it('of our own mistake says nothing of it to the browser, and all to the terminal', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const app = express().get('/', () => { throw new Error(`cannot read ${__filename}`); }); // prettier-ignore
    app.use(quietErrors({ token: 'token' } as never));
    const broken = await listenHere(app, 0);
    const { status, text } = await ask(broken.port, '/');
    await broken.close();
    expect(status).toBe(500);
    expect(text).toContain('That went wrong here');
    expect(text).not.toMatch(/cannot read|\.ts/);
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
  });
});

describe('What changes something', () => {
  const check = '/api/exercises/plain-cookies/first-cookie/check';
  afterEach(() => void checks.asked.splice(0));

  it('answers a page of the site that shows the token', async () => {
    const token = await tokenOf();
    const headers = { 'sec-fetch-site': 'same-origin', 'x-course-token': token };
    expect((await ask(site.port, check, { method: 'POST', headers })).status).toBe(200);
  });

  it('refuses everybody else, whatever of it they have', async () => {
    const token = await tokenOf();
    const strangers: Readonly<Record<string, string>>[] = [
      {},
      { 'sec-fetch-site': 'same-origin' },
      { 'x-course-token': token },
      { 'sec-fetch-site': 'same-site', 'x-course-token': token },
      { 'sec-fetch-site': 'cross-site', 'x-course-token': token },
      { 'sec-fetch-site': 'none', 'x-course-token': token },
      { 'sec-fetch-site': 'same-origin', 'x-course-token': token.slice(0, -1) },
      { 'sec-fetch-site': 'same-origin', 'x-course-token': `${token} ` + 'x' },
      { 'sec-fetch-site': 'same-origin', cookie: `x-course-token=${token}` },
    ];
    for (const headers of strangers) {
      expect([headers, (await ask(site.port, check, { method: 'POST', headers })).status]).toEqual([headers, 403]);
    }
    expect(checks.asked).toEqual([]);
  });

  it('is never a GET', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', 'x-course-token': await tokenOf() };
    for (const path of [
      check,
      '/api/exercises/plain-cookies/first-cookie/app/start',
      '/api/exercises/plain-cookies/first-cookie/reset',
      '/api/progress',
      '/quiz/questions-sessions/key-in-the-cookie',
    ]) {
      expect([path, (await ask(site.port, path, { headers })).status]).toEqual([path, 404]);
    }
    expect(checks.asked).toEqual([]);
    expect(quiz.kept.size).toBe(0);
  });
});

async function tokenOf(): Promise<string> {
  const { text } = await ask(site.port, '/');
  const [, token = ''] = /<meta name="course-token" content="([0-9a-f]{32})"/.exec(text) ?? [];
  expect(token).not.toBe('');
  return token;
}

function askAs(host: string, path = '/'): Promise<Answer> {
  return ask(site.port, path, { headers: { host } });
}

function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect({ host: '127.0.0.1', port: site.port }, () => socket.write(request));
    socket.on('data', (part) => (answer += part.toString('latin1'))).on('error', reject).on('close', () => resolve(answer)); // prettier-ignore
  });
}
