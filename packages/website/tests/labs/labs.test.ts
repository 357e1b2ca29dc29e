// What every lab promises: hosts of its own, a strict policy, a story, a page of text that it belongs to, and little weight.

import { statSync } from 'node:fs';
import { get, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { labs } from '../../src/labs';
import { hostOf } from '../../src/labs/lab';
import { type OpenSite, openSite } from '../open-site';
import { readCourse } from '../read-course';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

let site: OpenSite;
beforeAll(async () => void (site = await openSite()));
afterAll(() => site.close());

/** What the server answers to this Host; only a request by hand can have a wrong one. */
function ask(host: string, path = '/', form?: string): Promise<Answer> {
  const headers = { host, ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) };
  return new Promise((resolve, reject) => {
    const told = (response: IncomingMessage): void => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    };
    const options = { port: site.port, host: '127.0.0.1', path, headers };
    if (form === undefined) get(options, told).on('error', reject);
    else
      request({ ...options, method: 'POST' }, told)
        .on('error', reject)
        .end(form);
  });
}

describe.each(labs.map((lab) => [lab.id, lab] as const))('%s', (id, lab) => {
  it('answers on its own hosts, at the port of the site alone', async () => {
    expect((await ask(`${hostOf(lab)}:${site.port}`)).status).toBe(200);
    expect((await ask(`${hostOf(lab)}:${site.port + 1}`)).status).toBe(421);
    expect((await ask(`${hostOf(lab)}`)).status).toBe(421);
  });

  it('lets in nothing inline and nothing foreign, and is framed by the course alone', async () => {
    const { headers, text } = await ask(`${hostOf(lab)}:${site.port}`);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none';script-src 'self';style-src 'self';/);
    expect(policy).toContain(`frame-ancestors http://course.localhost:${site.port}`);
    for (const [origin] of policy.matchAll(/https?:\/\/[^ ;]+/g)) expect(new URL(origin).hostname).toMatch(/\.localhost$/);
    expect(text).not.toMatch(/ style=|<script>|<style| on[a-z]+="/);
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('tells its story in two sentences, and belongs to a page of text', () => {
    expect(lab.story.match(/[.?](?: |$)/g)).toHaveLength(2);
    const { lesson } = readCourse().lessons.find((one) => one.id === lab.lessonId) ?? {};
    expect(lesson?.pages).toContain(lab.page);
  });

  it('weighs 250 kB at most, with all that it loads', async () => {
    const { text } = await ask(`${hostOf(lab)}:${site.port}`);
    const assets = [...text.matchAll(/(?:src|href)="\/assets\/([a-z-]+\.(?:css|js|svg))"/g)].map(([, name = '']) => name);
    expect(assets).toContain('lab.css');
    const bytes = assets.map((name) => statSync(join(__dirname, '..', '..', 'src', 'assets', name)).size);
    expect(bytes.reduce((sum, size) => sum + size, Buffer.byteLength(text))).toBeLessThanOrEqual(250_000);
  });

  it('is on the list, and has a page on the site', async () => {
    expect((await ask(`course.localhost:${site.port}`, '/labs')).text).toContain(`href="/labs/${id}"`);
    const { status, text } = await ask(`course.localhost:${site.port}`, `/labs/${id}`);
    expect(status).toBe(200);
    expect(text).toContain(`http://${hostOf(lab)}:${site.port}/`);
  });

  it('says nothing of itself where there is no page, and where a request makes no sense', async () => {
    const lost = await ask(`${hostOf(lab)}:${site.port}`, '/no-such-page');
    expect([lost.status, lost.text]).toEqual([404, 'This lab has no such page. Begin at its first one.\n']);
    const huge = await ask(`${hostOf(lab)}:${site.port}`, '/edit-cookie', `value=${'x'.repeat(20_000)}`);
    expect(huge.status).toBe(413);
    expect(huge.text).not.toMatch(/node_modules|\.ts:|\n +at /);
  });

  it('sets no cookie but its own, whatever it is told', async () => {
    const split = await ask(
      `${hostOf(lab)}:${site.port}`,
      '/edit-cookie',
      'name=stranger&domain=x&path=/&value=1%0d%0aSet-Cookie:+a=b',
    );
    expect(split.headers['set-cookie']).toBeUndefined();
  });
});
