// Plain cookies beside one session: what each carries, what an edit does to it, and what no longer fits.

import { expect, it } from '@jest/globals';

import { expectNoAxeViolations } from './axe';
import { changeCookie, openLab, run } from './lab-visit';
import { describeInBrowser } from './visit-site';

describeInBrowser('one plain cookie beside one session', (open) => {
  it('shows that both can be read, and only one can be changed', async () => {
    const { page, cookieHeader, fateOf } = await openLab(open, 'one-beside-one.course.localhost');
    await page.locator('#step-both').getByRole('checkbox', { name: 'no cookie at all' }).check();
    expect(await run(page, 'both')).toContain('Right. You said it would carry no cookie.');
    const can = (name: string): Promise<string | null> => page.locator(`details[data-cookie=${name}] .can`).textContent();
    await page.getByRole('link', { name: 'fav_cookie' }).click();
    expect(await can('fav_cookie')).toBe('You can read this, and change it.');
    await page.getByRole('link', { name: 'session', exact: true }).click();
    expect(await can('session')).toBe('You can read this; you cannot change it unnoticed.');
    expect(await page.locator('details[data-cookie=session] dd').nth(1).innerText()).toBe('{"fav_cookie":"chocolate chip"}');
    await changeCookie(page, 'fav_cookie', 'thin%20mints');
    await page.locator('#step-plain').getByRole('checkbox', { name: 'session' }).check();
    await page.locator('#step-plain').getByRole('checkbox', { name: 'fav_cookie' }).check();
    expect(await run(page, 'plain')).toContain('Right. You said it would carry fav_cookie, session.');
    expect(await fateOf('fav_cookie')).toContain('set by this answer');
    await run(page, 'session');
    expect(await cookieHeader()).toBe('fav_cookie=chocolate%20chip');
    await run(page, 'session');
    expect(await cookieHeader()).toMatch(/^session=[^;]+$/);
    await changeCookie(page, 'session', 'eyJmYXZfY29va2llIjoidGhpbiBtaW50cyJ9.ZVPxAA.OD9baX7dM5uy_qzuZWLaABlBCQY');
    expect(await can('session')).toContain('you have changed it');
    expect(await run(page, 'session')).toContain('took it for an empty one');
    await expectNoAxeViolations(page);
  });
});

describeInBrowser('many plain cookies beside one session', (open) => {
  it('counts the bytes to 4,096, and shows what the browser drops beyond', async () => {
    const { page, cookieHeader } = await openLab(open, 'many-beside-one.course.localhost');
    const fill = async (tin: string): Promise<number> => {
      await page.getByRole('radio', { name: tin, exact: true }).check();
      await page.getByRole('button', { name: 'Switch' }).click();
      await run(page, 'both');
      return Number(await page.locator('dd[data-bytes]').last().getAttribute('data-bytes'));
    };
    expect(await fill('five flavours')).toBeLessThan(400);
    expect(await fill('forty flavours with recipes')).toBeLessThanOrEqual(4096);
    await run(page, 'both');
    expect(await cookieHeader()).toContain('session=');
    expect(await fill('forty-five flavours with recipes')).toBeGreaterThan(4096);
    expect(await page.locator('.response').first().innerText()).toContain('NameValuePairExceedsMaxSize');
    expect(await page.locator('.bytes .bad').innerText()).toContain('dropped this session whole');
    await run(page, 'both');
    expect(await cookieHeader()).toContain('flavor_44=');
    expect(await cookieHeader()).not.toContain('session=');
    await expectNoAxeViolations(page);
  });
});
