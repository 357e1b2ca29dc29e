// The site in a real Chromium. Whatever the browser complains about, and whatever it asks of a foreign host, fails the test.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

import type { SiteParts } from '../../src';
import { type OpenSite, openSite } from '../open-site';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly site: OpenSite;
  /** `page.goto` of a path of the site, e.g. `/text/sessions/signing`. */
  goto(path: string): Promise<void>;
  /** Complaints that this test is about, e.g. of a page that isn't there: /404/. */
  expectComplaint(pattern: RegExp): void;
}

/** Somebody's name that leads to this computer, as after DNS rebinding. */
export const reboundHost = 'rebound.example.test';

/** Opens the site with these parts beside the real course's, and a fresh browser on it. */
export type OpenVisit = (parts?: Partial<SiteParts>, browser?: BrowserContextOptions) => Promise<Visit>;

/**
 * Like `describe`, with a browser.
 *
 * Without Chromium its tests are skipped, and one line says what to install; they fail where COOKIE_LESSONS_TOLERATE_NO_SKIP=1.
 */
export function describeInBrowser(name: string, body: (open: OpenVisit) => void): void {
  const executablePath = findChromium();
  if (executablePath === null) return withoutBrowser(name);
  describe(name, () => {
    let browser: Browser;
    const visits: (Visit & { readonly complaints: readonly string[]; readonly expected: readonly RegExp[] })[] = [];
    jest.setTimeout(180_000);
    beforeAll(async () => {
      const args = [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        `--host-resolver-rules=MAP ${reboundHost} 127.0.0.1`,
      ];
      browser = await chromium.launch({ executablePath, args });
    });
    afterEach(async () => {
      const ended = visits.splice(0);
      // The browser first: what it still waits for is nothing to complain about.
      for (const { context } of ended) await context.close();
      for (const { site } of ended) await site.close();
      const isExpected = (said: string): boolean => ended.some(({ expected }) => expected.some((pattern) => pattern.test(said)));
      expect(ended.flatMap(({ complaints }) => complaints).filter((said) => !isExpected(said))).toEqual([]);
    });
    afterAll(() => browser.close());
    body(async (parts, options) => {
      const site = await openSite(parts);
      const context = await browser.newContext(options);
      const complaints: string[] = [];
      const expected: RegExp[] = [];
      listen(context, complaints);
      const page = await context.newPage();
      const goto = async (path: string): Promise<void> => void (await page.goto(site.url(path)));
      const visit = { page, context, site, goto, expectComplaint: (pattern: RegExp) => void expected.push(pattern) };
      visits.push({ ...visit, complaints, expected });
      return visit;
    });
  });
}

/** A violation of the CSP is an error on the console, too. */
function listen(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(`page error: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isHere =
      hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]';
    if (/^(?:https?|wss?):$/.test(protocol) && !isHere) complaints.push(`foreign host: ${request.url()}`);
  });
}

function findChromium(): string | null {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, 'chromium')).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function withoutBrowser(name: string): void {
  const why = 'There is no Chromium here, so the site is not tested in a browser: sudo apt-get install chromium';
  if (process.env.COOKIE_LESSONS_TOLERATE_NO_SKIP === '1') {
    describe(name, () => void it('has a browser', () => expect(why).toBeNull()));
    return;
  }
  console.warn(why);
  describe.skip(name, () => void it(why, () => undefined));
}
