// A real Chromium. Whatever it complains about, and whatever it asks of a foreign host, fails the test.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Complaints that this test is about, e.g. of a page that isn't there: /404/. */
  expectComplaint(pattern: RegExp): void;
  /** Done when the test has ended and its browser is closed. */
  afterwards(act: () => void | Promise<void>): void;
}

/** Somebody's name that leads to this computer, as after DNS rebinding. */
export const reboundHost = 'rebound.example.test';

const ownArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  `--host-resolver-rules=MAP ${reboundHost} 127.0.0.1`,
];

/** Opens a fresh browser, with nothing in its jar. */
export type OpenPage = (options?: BrowserContextOptions) => Promise<OpenedPage>;

/**
 * Like `describe`, with a browser.
 *
 * Without Chromium its tests are skipped, and one line says what to install; they fail where COOKIE_LESSONS_TOLERATE_NO_SKIP=1.
 *
 * @param args beside our own, for Chromium's command line.
 */
export function describeWithChromium(name: string, body: (open: OpenPage) => void, args: readonly string[] = []): void {
  const executablePath = findChromium();
  if (executablePath === null) return withoutBrowser(name);
  describe(name, () => {
    let browser: Browser;
    const opened: BrowserContext[] = [];
    const complaints: string[] = [];
    const expected: RegExp[] = [];
    const afterwards: (() => void | Promise<void>)[] = [];
    jest.setTimeout(180_000);
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: [...ownArgs, ...args] });
    });
    afterEach(async () => {
      // The browser first: what it still waits for is nothing to complain about.
      for (const context of opened.splice(0)) await context.close();
      const isExpected = (said: string): boolean => expected.some((pattern) => pattern.test(said));
      const unexpected = complaints.splice(0).filter((said) => !isExpected(said));
      expected.splice(0);
      for (const act of afterwards.splice(0)) await act();
      expect(unexpected).toEqual([]);
    });
    afterAll(() => browser.close());
    body(async (options) => {
      const context = await browser.newContext(options);
      opened.push(context);
      listen(context, complaints);
      return {
        page: await context.newPage(),
        context,
        expectComplaint: (pattern) => void expected.push(pattern),
        afterwards: (act) => void afterwards.push(act),
      };
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
