// What axe finds on a page as it stands, in the light and in the dark, frames included.

import { expect } from '@jest/globals';
import { source as axeSource } from 'axe-core';
import type { Page } from 'playwright-core';

/** All rules, best practices too; what passes is not listed, which halves the time. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const frame of page.frames()) {
      // The CSP stops scripts of the page; what is evaluated from outside isn't one.
      if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axeSource);
      const found = await frame.evaluate(violations);
      expect({ page: frame.url(), colorScheme, found }).toEqual({ page: frame.url(), colorScheme, found: [] });
    }
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Runs in the page. */
async function violations(): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
  const found = await axe.run({ iframes: false, resultTypes: ['violations'] });
  return found.violations.map(({ id, nodes }) => {
    return `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' | ')}`;
  });
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}
