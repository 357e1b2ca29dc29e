// What a page on another port of this computer can do to the site in a real Chromium: it is same-site, and gets nowhere.

import { afterEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { FakeChecks } from '../exercise-fakes';
import { openStranger } from '../open-site';
import { reboundHost } from './open-browser';
import { describeInBrowser } from './visit-site';

const check = '/api/exercises/plain-cookies/first-cookie/check';
const closing: (() => Promise<void>)[] = [];

describeInBrowser('A page on another port of this computer', (open) => {
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('cannot make the site do anything, although its requests arrive as same-site', async () => {
    const checks = new FakeChecks();
    const { page, site, expectComplaint } = await open({ checks });
    expectComplaint(/CORS|Failed to load resource|ERR_FAILED|ERR_BLOCKED/);
    await visitStranger(page, '<!doctype html><title>Stranger</title><body>');
    for (const options of [
      { method: 'POST', mode: 'no-cors', credentials: 'include' },
      { method: 'POST', credentials: 'include' },
      { method: 'POST', credentials: 'include', headers: { 'x-course-token': '0'.repeat(32) } },
    ]) {
      await page.evaluate(([to, how]) => fetch(String(to), how as RequestInit).then(() => '', String), [site.url(check), options] as const); // prettier-ignore
    }
    await page.evaluate(
      `document.body.innerHTML = '<form method=post action="${site.url(check)}"><button>Win a cookie</button></form>'`,
    );
    await page.getByRole('button').click();
    await page.waitForURL(site.url(check));
    expect(await page.locator('body').innerText()).toContain('Only the pages of the course may ask for this.');
    // Those with another header of ours are stopped by the browser: its question beforehand gets no leave.
    const ofTheirs = site.answered.filter((line) => line.includes(check));
    expect(ofTheirs.filter((line) => line === `POST ${check} same-site: 403`)).toHaveLength(3);
    expect(ofTheirs.filter((line) => !line.endsWith(' same-site: 403'))).toEqual([]);
    expect(checks.asked).toEqual([]);
  });

  it('cannot read the token, nor load our scripts as its own', async () => {
    const { page, site, expectComplaint } = await open();
    expectComplaint(/CORS|Failed to load resource|ERR_FAILED|ERR_BLOCKED|NotSameOrigin/);
    await visitStranger(page, '<!doctype html><title>Stranger</title><body>');
    const read = await page.evaluate((to) => fetch(to).then((answer) => answer.text(), String), site.url('/'));
    expect(read).toContain('TypeError');
    const loaded = await page.evaluate((src) => {
      const { document } = globalThis as unknown as {
        document: { createElement(tag: string): Loading; body: { append(script: Loading): void } };
      };
      return new Promise((resolve) => {
        const script = document.createElement('script');
        Object.assign(script, { src, onload: () => resolve('loaded'), onerror: () => resolve('refused') });
        document.body.append(script);
      });
    }, site.url('/assets/theme.js'));
    expect(loaded).toBe('refused');
  });

  it('cannot put the site, or a pane of it, in a frame', async () => {
    const { page, site, expectComplaint } = await open();
    expectComplaint(/frame-ancestors|Refused to frame|Framing|ERR_BLOCKED|X-Frame-Options/);
    for (const path of ['/', '/exercises/plain-cookies/first-cookie?pane']) {
      await visitStranger(page, `<!doctype html><title>Stranger</title><iframe src="${site.url(path)}"></iframe>`);
      const [, framed] = page.frames();
      expect(await framed?.locator('meta[name=course-token]').count()).toBe(0);
      expect(framed?.url()).not.toBe(site.url(path));
    }
  });

  it('gets nothing of the site under a name of its own that leads here', async () => {
    const { page, site, expectComplaint } = await open();
    expectComplaint(/foreign host|421|Opener-Policy header has been ignored/);
    const answer = await page.goto(`http://${reboundHost}:${site.port}/`);
    expect(answer?.status()).toBe(421);
    expect(await page.locator('body').innerText()).toContain('This is not a name of the course.');
    expect(await page.evaluate((to) => fetch(to).then(({ status }) => status), check)).toBe(421);
  });
});

interface Loading {
  onload: unknown;
}

/** On `course.localhost` itself, at another port: nobody is closer. */
async function visitStranger(page: Page, text: string): Promise<void> {
  const stranger = await openStranger(text);
  closing.push(stranger.close);
  await page.goto(`http://course.localhost:${stranger.port}/`);
}
