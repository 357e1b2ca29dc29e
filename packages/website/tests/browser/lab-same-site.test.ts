// SameSite: what Chromium really sent from another site, way by way, and whether our reasons are its own.

import { setTimeout as wait } from 'node:timers/promises';

import { expect, it } from '@jest/globals';
import express from 'express';
import type { Page } from 'playwright-core';

import { listenHere } from '../../src';
import { laxUnsafeMs } from '../../src/inspector/why-not-sent';
import { labHosts } from '../../src/labs/lab-hosts';
import { expectNoAxeViolations } from './axe';
import { type LabVisit, openLab, run } from './lab-visit';
import { describeInBrowser, type OpenVisit } from './visit-site';

/** What ShortLaxAllowUnsafeThreshold makes of the two minutes. */
const shortRuleMs = 10_000;

/** What Chromium itself says of four cookies, the next time that a request could have carried them. */
async function chromiumsReasons(page: Page): Promise<Promise<Record<string, string>>[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const told = new Promise<Record<string, string>>((resolve) => {
    devtools.on('Network.requestWillBeSentExtraInfo', ({ associatedCookies }) => {
      const reasons = associatedCookies.map(({ cookie, blockedReasons }) => [cookie.name, blockedReasons.join(' ') || 'sent']);
      if (reasons.length === 4) resolve(Object.fromEntries(reasons) as Record<string, string>);
    });
  });
  // In a list, so that nobody waits for it before the request is made.
  return [told];
}

describeInBrowser('SameSite and requests from elsewhere', (open) => {
  it('fills the table with what this browser really sent', async () => {
    const { page, origin, cookieHeader, evilOrigin } = await openShop(open);
    expect(await run(page, 'cookies')).toContain('Four cookies');
    expect(await page.locator('[data-young-until]').innerText()).toMatch(/\d+ seconds are left/);
    for (const said of ['a link carries strict', 'a POST form carries unset', 'a POST form carries none'])
      await page.getByRole('checkbox', { name: said }).check();
    await page.getByRole('button', { name: 'That is what I say' }).click();
    await page.getByRole('link', { name: 'Go to the attacker’s page' }).click();
    expect(new URL(page.url()).origin).toBe(evilOrigin);
    await page.getByText('The script has sent its fetch').waitFor();
    const [reasons] = await chromiumsReasons(page);
    await page.getByRole('button', { name: 'Claim it by a POST form' }).click();
    expect(await page.locator('#result-title').innerText()).toBe('By a POST form: it carried unset, none');
    expect(await cookieHeader()).toMatch(/^unset=(\w+); none=\1$/);
    // Our reasons, from the headers alone, against those of the browser's own tools.
    // Over plain http, Chromium 156 puts Schemeful before both.
    const chromiums = Object.entries((await reasons) ?? {}).map(([name, reason]) => [name, reason.replace('Schemeful', '')]);
    expect(Object.fromEntries(chromiums)).toEqual({
      unset: 'sent',
      lax: 'SameSiteLax',
      strict: 'SameSiteStrict',
      none: 'sent',
    });
    const ours = await page.locator('tr[data-fate="not-sent"] .fate strong').allInnerTexts();
    expect(ours).toEqual(['SameSiteLax', 'SameSiteStrict']);
    const row = (way: string): Promise<string> => page.locator(`tr[data-way=${way}]`).innerText();
    expect(await row('post-form')).toMatch(
      /sent\s+as you said\s+not sent\s+as you said\s+not sent\s+as you said\s+sent\s+as you said\s+cross-site/,
    );
    for (const way of ['image', 'frame', 'fetch']) {
      expect(await row(way)).toContain('cross-site');
      // Whether None came depends on the browser's setting for third-party cookies; nothing else ever does.
      const cells = await page.locator(`tr[data-way=${way}] td strong`).allInnerTexts();
      expect(cells.slice(0, 3)).toEqual(['not sent', 'not sent', 'not sent']);
    }
    await expectNoAxeViolations(page);
    await page.getByRole('link', { name: 'Go to the attacker’s page' }).click();
    await expectNoAxeViolations(page);
    await page.getByRole('link', { name: 'Claim it by a link' }).click();
    expect(await page.locator('#result-title').innerText()).toBe('By a link: it carried unset, lax, none');
    expect(await page.locator('tr[data-way=link] td.wrong').count()).toBe(4);
    await page.goto(`${origin}/`);
    expect(await cookieHeader()).toContain('strict=');
    await page.getByText('Skip the wait').click();
    await page.getByText('measured instead, with Chromium 156').waitFor();
  });
});

// Two minutes are ten seconds in a Chromium that is told so: its own switch, for tests like this one.
describeInBrowser(
  'A cookie without SameSite that is older than the two-minute rule allows',
  (open) => {
    it('goes with no POST form from elsewhere, and the page says why; with a link it goes', async () => {
      const clock = { aheadMs: 0 };
      const { page, cookieHeader, evilOrigin } = await openShop(open, () => Date.now() + clock.aheadMs);
      await run(page, 'cookies');
      await page.goto(`${evilOrigin}/`);
      await page.getByRole('button', { name: 'Claim it by a POST form' }).click();
      expect(await page.locator('#result-title').innerText()).toBe('By a POST form: it carried unset, none');
      await wait(shortRuleMs + 1_000);
      clock.aheadMs = laxUnsafeMs - shortRuleMs;
      await page.goto(`${evilOrigin}/`);
      await page.getByRole('button', { name: 'Claim it by a POST form' }).click();
      expect(await page.locator('#result-title').innerText()).toBe('By a POST form: it carried none');
      expect(await cookieHeader()).toMatch(/^none=\w+$/);
      const reasons = page.locator('tr[data-fate="not-sent"] .fate strong');
      expect(await reasons.allInnerTexts()).toEqual(['SameSiteUnspecifiedTreatedAsLax', 'SameSiteLax', 'SameSiteStrict']);
      await page.goto(`${evilOrigin}/`);
      await page.getByRole('link', { name: 'Claim it by a link' }).click();
      expect(await page.locator('#result-title').innerText()).toBe('By a link: it carried unset, lax, none');
    });
  },
  ['--enable-features=ShortLaxAllowUnsafeThreshold'],
);

interface Shop extends LabVisit {
  readonly evilOrigin: string;
}

/** The lab on both of its ports. @param now Unix time in milliseconds, as the lab has it. */
async function openShop(open: OpenVisit, now = Date.now): Promise<Shop> {
  const second = { port: 0 };
  const secondPort = (): number => second.port;
  const visit = await openLab(open, 'shop.localhost', { secondPort, now });
  const evil = express().use(labHosts({ port: () => visit.site.port, secondPort, now }));
  const listening = await listenHere(evil, 0);
  visit.afterwards(() => listening.close());
  second.port = listening.port;
  return { ...visit, evilOrigin: `http://evil.localhost:${second.port}` };
}
