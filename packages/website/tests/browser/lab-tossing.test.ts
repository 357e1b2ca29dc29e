// Cookie tossing: the neighbour's cookie comes first, unless the shop's is called __Host-.

import { expect, it } from '@jest/globals';

import { expectNoAxeViolations } from './axe';
import { openLab, run } from './lab-visit';
import { describeInBrowser } from './visit-site';

const host = 'tossing.course.localhost';

describeInBrowser('tossing', (open) => {
  it('opens Mallory’s account, since the tossed cookie comes first', async () => {
    const { page, cookieHeader, fateOf } = await openLab(open, host);
    await run(page, 'login');
    await page.locator('#step-toss').getByRole('checkbox', { name: 'no cookie at all' }).check();
    expect(await run(page, 'toss')).toContain('Right. You said it would carry no cookie.');
    expect(await page.locator('[data-at]').innerText()).toBe(`evil.${host}`);
    expect(await page.locator('tr[data-cookie=sid] .fate').allInnerTexts()).toEqual([
      expect.stringContaining('DomainMismatch'),
      'not yet: set by this answer',
    ]);
    await page.getByRole('radio', { name: 'Mallory’s' }).check();
    expect(await run(page, 'account')).toMatch(/Mallory’s account[\s\S]*Right\./);
    expect(await cookieHeader()).toBe('sid=session-of-Mallory; sid=session-of-Ada');
    await expectNoAxeViolations(page);
    await page.locator('details[data-cookie=sid]').last().locator('summary').click();
    await page.locator('details[open]').getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('heading', { name: 'sid deleted' }).waitFor();
    expect(await run(page, 'account')).toContain('Ada’s account');
    expect(await fateOf('sid')).toBe('sent');
  });

  it('cannot toss __Host-sid', async () => {
    const { page, cookieHeader } = await openLab(open, host);
    await page.getByRole('radio', { name: '__Host-sid' }).check();
    await page.getByRole('button', { name: 'Switch' }).click();
    await run(page, 'login');
    await run(page, 'toss');
    expect(await page.locator('.response').first().innerText()).toContain('InvalidPrefix');
    await page.getByRole('radio', { name: 'Ada’s' }).check();
    expect(await run(page, 'account')).toMatch(/Ada’s account[\s\S]*Right\./);
    expect(await cookieHeader()).toBe('__Host-sid=session-of-Ada');
    await page.getByRole('button', { name: 'Reset this lab' }).click();
    expect(await page.context().cookies()).toEqual([]);
  });
});
