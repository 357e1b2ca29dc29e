// The site in a real Chromium, as a visitor has it.

import type { BrowserContextOptions } from 'playwright-core';

import type { SiteParts } from '../../src';
import { type OpenSite, openSite } from '../open-site';
import { describeWithChromium, type OpenedPage } from './open-browser';

export interface Visit extends OpenedPage {
  readonly site: OpenSite;
  /** `page.goto` of a path of the site, e.g. `/text/sessions/signing`. */
  goto(path: string): Promise<void>;
}

/** Opens the site with these parts beside the real course's, and a fresh browser on it. */
export type OpenVisit = (parts?: Partial<SiteParts>, browser?: BrowserContextOptions) => Promise<Visit>;

/** Like `describe`, with a browser and the site. */
export function describeInBrowser(name: string, body: (open: OpenVisit) => void, args: readonly string[] = []): void {
  describeWithChromium(
    name,
    (open) =>
      body(async (parts, options) => {
        const site = await openSite(parts);
        const opened = await open(options);
        opened.afterwards(() => site.close());
        return { ...opened, site, goto: async (path) => void (await opened.page.goto(site.url(path))) };
      }),
    args,
  );
}
