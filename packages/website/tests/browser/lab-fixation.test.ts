// Session fixation, both ways: the id that Mallory knows opens Ada's session, or nothing.

import { expect, it } from '@jest/globals';

import { expectNoAxeViolations } from './axe';
import { openLab, run } from './lab-visit';
import { describeInBrowser } from './visit-site';

const host = 'fixation.course.localhost';

describeInBrowser('fixation', (open) => {
  it.each([
    { atLogin: 'keeps it (vulnerable)', after: 'the one your browser has already', malloryGets: 'Ada’s address' },
    { atLogin: /draws a new one/, after: 'a new one', malloryGets: /Nobody is logged in/ },
  ])('a shop that $atLogin', async ({ atLogin, after, malloryGets }) => {
    const { page, cookieHeader } = await openLab(open, host);
    await page.getByRole('radio', { name: atLogin }).check();
    await page.getByRole('button', { name: 'Switch' }).click();
    await run(page, 'mallory-visits');
    await run(page, 'plant');
    const planted = /^Set-Cookie: sid=([0-9a-f]{32});/m.exec(await page.locator('.response').first().innerText())?.[1] ?? '';
    await page.locator('#step-login').getByRole('checkbox', { name: 'sid' }).check();
    await page.getByRole('radio', { name: after, exact: true }).check();
    expect((await run(page, 'login')).match(/^Right\./gm)).toHaveLength(2);
    expect(await cookieHeader()).toBe(`sid=${planted}`);
    expect(await run(page, 'account')).toContain('12 Crumb Lane');
    const isFixed = after === 'a new one';
    expect((await cookieHeader()).includes(planted)).toBe(!isFixed);
    await page.locator('#step-mallory-looks').getByRole('radio', { name: malloryGets }).check();
    expect(await run(page, 'mallory-looks')).toContain('Right.');
    const rows = await page.locator('.timeline tbody tr').last().innerText();
    expect(rows).toContain(isFixed ? 'is told that nobody' : 'reads Ada’s address');
    expect(rows.includes(planted.slice(0, 6))).toBe(!isFixed);
    await page.locator('details[data-cookie=sid] summary').click();
    expect(await page.locator('details[data-cookie=sid] .can').innerText()).toContain('nothing to read');
    await expectNoAxeViolations(page);
  });
});
