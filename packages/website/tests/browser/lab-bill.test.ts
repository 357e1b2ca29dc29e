// The bill, played to its point: three ways let the edit pass, two notice it, and one of those falls to a replay.

import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './axe';
import { changeCookie, openLab, run } from './lab-visit';
import { describeInBrowser } from './visit-site';

const host = 'bill.course.localhost';

async function switchTo(page: Page, label: string): Promise<void> {
  await page.getByRole('radio', { name: label, exact: true }).check();
  await page.getByRole('button', { name: 'Switch' }).click();
}

describeInBrowser('the bill', (open) => {
  it.each([
    ['plain', '%241.50'],
    ['base64', 'JDEuNTA'],
    ['plain, HttpOnly', '%241.50'],
  ])('%s: an edited total is charged', async (mode, lie) => {
    const { page, cookieHeader, fateOf } = await openLab(open, host);
    await switchTo(page, mode);
    expect(await run(page, 'big')).toContain('Ordered for $125.47');
    expect(await fateOf('total')).toContain('set by this answer');
    await changeCookie(page, 'total', lie);
    await page.locator('#step-pay').getByRole('checkbox', { name: 'total' }).check();
    await page.getByRole('radio', { name: 'ship it all, and charge less' }).check();
    const told = await run(page, 'pay');
    expect(told).toContain('Receipt: $1.50');
    expect(told.match(/^Right\./gm)).toHaveLength(2);
    expect(await cookieHeader()).toBe(`total=${lie}`);
  });

  it('signed: the edit is noticed, the replay of a smaller order is not', async () => {
    const { page, cookieHeader, expectComplaint } = await openLab(open, host);
    expectComplaint(/status of 400/);
    await switchTo(page, 'signed');
    await run(page, 'small');
    const small = /^Set-Cookie: total=([^;]*)/m.exec(await page.locator('.response').first().innerText())?.[1] ?? '';
    await run(page, 'big');
    await page.locator('details[data-cookie=total] summary').click();
    const can = page.locator('details[data-cookie=total] .can');
    expect(await can.innerText()).toBe('You can read this; you cannot change it unnoticed.');
    await changeCookie(page, 'total', small.replace('3.99', '1.50'));
    await page.locator('details[data-cookie=total] summary').click();
    expect(await can.innerText()).toContain('you have changed it');
    await page.getByRole('radio', { name: 'ship it all, and charge less' }).check();
    expect(await run(page, 'pay')).toMatch(/The store refuses[\s\S]*Not so\./);
    await run(page, 'put-back');
    const told = await run(page, 'pay');
    expect(told).toContain('Receipt: $3.99');
    expect(told).toContain('Shipped: 1 stand mixer');
    expect(await cookieHeader()).toBe(`total=${small}`);
  });

  it('an id: there is nothing to edit, and a replay gets the old order at its own price', async () => {
    const { page, expectComplaint } = await openLab(open, host);
    expectComplaint(/status of 400/);
    await switchTo(page, 'only an id; the store keeps the order');
    await run(page, 'small');
    await run(page, 'big');
    expect(await run(page, 'pay')).toContain('Receipt: $125.47');
    await run(page, 'put-back');
    expect(await run(page, 'pay')).toContain('Shipped: 1 cookie cutter. Paid: $3.99');
    await changeCookie(page, 'order', '0'.repeat(32));
    expect(await run(page, 'pay')).toContain('The store refuses');
  });

  it('can be played by keyboard alone', async () => {
    const { page } = await openLab(open, host);
    const press = async (name: string | RegExp, key: string): Promise<void> => {
      for (let tabs = 0; tabs < 80; tabs++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const { activeElement: element } = document;
          const label = element?.closest('label')?.textContent;
          return label ? `field: ${label.trim()}` : (element?.textContent ?? '').trim();
        });
        if (typeof name === 'string' ? at === name : name.test(at)) return page.keyboard.press(key);
      }
      throw new Error(`Tab never came to ${String(name)}.`);
    };
    await press('Order for $125.47', 'Enter');
    await page.getByRole('heading', { name: 'Ordered for $125.47' }).waitFor();
    await press('Open total', 'Enter');
    await press(/^field: Value, as/, 'Control+A');
    await page.keyboard.type('%241.50');
    await press('Change it', 'Enter');
    await page.getByRole('heading', { name: 'total changed' }).waitFor();
    await press('field: total', 'Space');
    await press('Pay', 'Enter');
    await page.getByRole('heading', { name: 'Receipt: $1.50' }).waitFor();
    expect(await page.locator('.verdict.right').innerText()).toBe('Right. You said it would carry total. It carried total.');
  });

  it('works with scripts off', async () => {
    const { page, cookieHeader } = await openLab(open, host, {}, { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Order for $125.47' }).click();
    await page.getByRole('heading', { name: 'Ordered for $125.47' }).waitFor();
    await page.locator('details[data-cookie=total] summary').click();
    await page.getByRole('textbox', { name: 'Value, as the browser keeps it' }).fill('%241.50');
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.getByRole('heading', { name: 'total changed' }).waitFor();
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.getByRole('heading', { name: 'Receipt: $1.50' }).waitFor();
    expect(await cookieHeader()).toBe('total=%241.50');
  });

  it('says what was predicted wrongly, names the browser, and forgets on reset', async () => {
    const { page, context } = await openLab(open, host);
    await run(page, 'big');
    await page.locator('#step-pay').getByRole('checkbox', { name: 'no cookie at all' }).check();
    expect(await run(page, 'pay')).toContain('Not so. You said it would carry no cookie. It carried total.');
    expect(await page.locator('[data-browser]').innerText()).toMatch(/^Chromium \d+$/);
    await page.getByRole('button', { name: 'Reset this lab' }).click();
    expect(await page.locator('#cookies').innerText()).toContain('has set no cookie');
    expect(await context.cookies()).toEqual([]);
  });

  it('notices a cookie that was changed behind its back, and one that was deleted', async () => {
    const { page, context, origin, fateOf } = await openLab(open, host);
    await run(page, 'big');
    await context.addCookies([
      { name: 'total', value: '%242.00', url: origin },
      { name: 'mine', value: '1', url: origin },
    ]);
    await page.goto(`${origin}/`);
    expect(await fateOf('total')).toBe('sent, changed since it was set');
    expect(await page.locator('tr[data-cookie=mine]').innerText()).toContain('?');
    await context.clearCookies({ name: 'total' });
    await page.goto(`${origin}/`);
    expect(await fateOf('total')).toContain('no longer has it');
  });

  it('is accessible, at every width, and in the frame of the site', async () => {
    const { page, goto, site } = await openLab(open, host);
    await run(page, 'big');
    await page.locator('details[data-cookie=total] summary').click();
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await goto('/labs/bill');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Pay' }).click();
    await frame.getByRole('heading', { name: 'Receipt: $125.47' }).waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: /^(?:Dark|Light)$/ }).click();
    const theme = await page.evaluate(() => document.documentElement.dataset.theme);
    await frame.locator(`html[data-theme=${theme}]`).waitFor();
    await goto('/labs');
    await expectNoAxeViolations(page);
    expect(await page.getByRole('link', { name: 'The bill' }).getAttribute('href')).toBe('/labs/bill');
    await page.goto(`http://localhost:${site.port}/labs/bill`);
    expect(await page.locator('iframe').count()).toBe(0);
  });
});
