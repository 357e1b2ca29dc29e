// A lab as a learner has it: its page in a tab, with the few moves that every lab knows.

import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

import type { OpenVisit, Visit } from './visit-site';

/** What a lab may weigh with all that it loads, in bytes. */
const mostBytesOfLab = 250_000;

export interface LabVisit extends Visit {
  /** `http://<host>:<port>` */
  readonly origin: string;
  /** The Cookie header of the last request, as the page shows it. */
  cookieHeader(): Promise<string>;
  /** The cell of a cookie's row that says what became of it. */
  fateOf(name: string): Promise<string>;
}

/** Opens a lab. However it is played in this test, none of its pages may be too heavy. */
export async function openLab(open: OpenVisit, host: string, ...options: Parameters<OpenVisit>): Promise<LabVisit> {
  const visit = await open(...options);
  const origin = `http://${host}:${visit.site.port}`;
  await visit.page.goto(`${origin}/`);
  const { page, site } = visit;
  visit.afterwards(() => {
    const bytes = site.heaviestOf(host);
    expect({ host, wasWeighed: bytes > 5_000, isTooHeavy: bytes > mostBytesOfLab }).toEqual({
      host,
      wasWeighed: true,
      isTooHeavy: false,
    });
  });
  return {
    ...visit,
    origin,
    cookieHeader: async () => /^Cookie: (.*)$/m.exec(await page.locator('.request').first().innerText())?.[1] ?? '',
    fateOf: (name) => page.locator(`tr[data-cookie="${name}"] .fate`).innerText(),
  };
}

/** Opens a cookie below the table, writes another value, and has the lab set it. */
export async function changeCookie(page: Page, name: string, value: string): Promise<void> {
  const opened = page.locator(`details[data-cookie="${name}"]`);
  if (!(await opened.evaluate((element) => element.hasAttribute('open')))) await opened.locator('summary').click();
  await opened.locator('input[name=value]').fill(value);
  await opened.getByRole('button', { name: 'Change it' }).click();
  await expect(page.locator('#result-title').innerText()).resolves.toBe(`${name} changed`);
}

/** Presses a step's button, and reads what it came to. */
export async function run(page: Page, step: string): Promise<string> {
  await page.evaluate(() => void (document.body.dataset.before = 'yes'));
  await page.locator(`#step-${step} .run`).click();
  return page.locator('body:not([data-before]) #result').innerText();
}
