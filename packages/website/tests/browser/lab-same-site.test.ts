// SameSite: what Chromium really sent from another site, way by way, and whether our reasons are its own.

import { expect, it } from '@jest/globals';
import express from 'express';
import type { Page } from 'playwright-core';

import { listenHere } from '../../src';
import { labHosts } from '../../src/labs/lab-hosts';
import { expectNoAxeViolations } from './axe';
import { openLab, run } from './lab-visit';
import { describeInBrowser } from './open-browser';

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
    const second = { port: 0 };
    const visit = await openLab(open, 'shop.localhost', { secondPort: () => second.port });
    const { page, origin, cookieHeader, site } = visit;
    const evil = express().use(labHosts({ port: () => site.port, secondPort: () => second.port, now: Date.now }));
    const listening = await listenHere(evil, 0);
    second.port = listening.port;
    try {
      expect(await run(page, 'cookies')).toContain('Four cookies');
      expect(await page.locator('[data-young-until]').innerText()).toMatch(/\d+ seconds are left/);
      for (const said of ['a link carries strict', 'a POST form carries unset', 'a POST form carries none'])
        await page.getByRole('checkbox', { name: said }).check();
      await page.getByRole('button', { name: 'That is what I say' }).click();
      await page.getByRole('link', { name: 'Go to the attacker’s page' }).click();
      expect(new URL(page.url()).origin).toBe(`http://evil.localhost:${second.port}`);
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
    } finally {
      await listening.close();
    }
  });
});
