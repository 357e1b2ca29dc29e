// A weak key is found and used; 32 random bytes aren't; and nobody else's cookie is guessed at.

import { expect, it } from '@jest/globals';
import { encodeFlaskSession } from 'flask-session-cookie';

import { expectNoAxeViolations } from './axe';
import { openLab, run } from './lab-visit';
import { describeInBrowser } from './visit-site';

const host = 'crack.course.localhost';

describeInBrowser('crack a weak key', (open) => {
  it('finds a word, and lets you sign with it', async () => {
    const { page } = await openLab(open, host);
    await run(page, 'login');
    expect(await run(page, 'account')).toContain('The shop says: customer');
    await page.getByRole('radio', { name: 'yes' }).check();
    expect(await run(page, 'crack')).toMatch(
      /The key is found[\s\S]*Right\.[\s\S]*[\d,]+ guesses a second[\s\S]*10[⁰¹²³⁴⁵⁶⁷⁸⁹]{2} years/,
    );
    expect((await page.locator('[data-key]').innerText()).length).toBeGreaterThan(0);
    await expectNoAxeViolations(page);
    await run(page, 'forge');
    await page.getByRole('radio', { name: 'admin' }).check();
    expect(await run(page, 'account')).toMatch(/The shop says: admin[\s\S]*Right\./);
  });

  it('does not find 32 random bytes', async () => {
    const { page } = await openLab(open, host);
    await page.getByRole('radio', { name: '32 random bytes' }).check();
    await page.getByRole('button', { name: 'Switch' }).click();
    await run(page, 'login');
    expect(await run(page, 'crack')).toContain('The key is not found');
    expect(await page.locator('#step-forge').count()).toBe(0);
  });

  it('guesses at no cookie that it has not set', async () => {
    const { page, context, origin, expectComplaint } = await openLab(open, host);
    expectComplaint(/status of 403/);
    await run(page, 'login');
    const value = encodeFlaskSession({ customer: 'somebody else' }, { secretKey: 'dev' });
    await context.addCookies([{ name: 'session', value, url: origin }]);
    expect(await run(page, 'crack')).toContain('Not this cookie');
  });
});
