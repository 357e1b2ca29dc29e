// An exercise as a student goes through it: from the first edit, made elsewhere, to solved.

import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import type { SharedProgress } from '../../src';
import { FakeChecks, FakeStudentApp } from '../exercise-fakes';
import { expectNoAxeViolations } from './axe';
import { describeInBrowser } from './visit-site';

const id = 'plain-cookies/first-cookie';
const path = `/exercises/${id}`;

const announced = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('[data-announce]').filter({ hasText: words }).waitFor({ state: 'attached' });

describeInBrowser('An exercise', (open) => {
  it('goes live from the first edit to solved, and never takes the focus', async () => {
    const checks = new FakeChecks();
    const { page, goto } = await open({
      checks,
      diffToSolution: () => ['--- yours: app.ts', '+++ ours: app.ts', '-old', '+new'],
    });
    await goto(path);
    await page.getByText('Not started').waitFor();
    const hint = page.locator('details.hint summary').first();
    await hint.focus();
    await page.keyboard.press('Enter');
    checks.saved(id);
    await page.getByText('Checking …').waitFor();
    checks.checked(id, 1, '<script>alert(1)</script>');
    await page.locator('.now').getByText('1 of 4').waitFor();
    await announced(page, /^Checked: 1 of 4 pass\. Look first at: Another visitor/);
    await page.getByText('<script>alert(1)</script>').waitFor();
    expect(await page.locator('.mark.passed').count()).toBe(1);
    expect(await page.locator('.failure a').getAttribute('href')).toBe(
      '/text/plain-cookies/set-and-read#before-the-answer-not-after',
    );
    expect(
      await hint.evaluate((summary) => document.activeElement === summary && summary.parentElement?.hasAttribute('open')),
    ).toBe(true);
    await expectNoAxeViolations(page);
    checks.saved(id);
    checks.checked(id, 4);
    await page.getByRole('heading', { name: 'All of it is right' }).waitFor();
    await announced(page, 'Checked: all of it is right. Solved.');
    expect(await page.locator('.failure').count()).toBe(0);
    expect(await hint.evaluate((summary) => document.activeElement === summary)).toBe(true);
    await page.getByRole('link', { name: /Compare it with our solution/ }).click();
    await page.getByRole('heading', { name: 'Your first cookie: solved' }).waitFor();
    expect(await page.locator('.diff .added').textContent()).toBe('+new\n');
    await page.getByText('Caught by:').first().waitFor();
    await expectNoAxeViolations(page);
  });

  it('keeps the focus on the link that is being read when what stands around it is put anew', async () => {
    const checks = new FakeChecks();
    checks.saved(id);
    const { page, goto } = await open({ checks });
    await goto(path);
    checks.checked(id, 1);
    const link = page.locator('.failure a');
    await link.focus();
    checks.checked(id, 1, 'something else came back');
    await page.getByText('something else came back').waitFor();
    expect(await link.evaluate((now) => document.activeElement === now)).toBe(true);
  });

  it('gives hint after hint, the last line of each says where to read', async () => {
    const checks = new FakeChecks();
    const { page, goto } = await open({ checks });
    await goto(path);
    const more = page.getByRole('button', { name: 'Show me the next hint' });
    for (let count = 1; count <= 4; count++) {
      await more.press('Enter');
      expect(await page.locator('details.hint[open]').count()).toBe(count);
    }
    expect(await page.locator('details.hint[open] p:last-child a').count()).toBe(4);
    await announced(page, /^Hint: /);
    await more.press('Enter');
    await announced(page, 'All hints are open.');
  });

  it('asks for a check of what was begun before, opens the editor and puts the starter back', async () => {
    const checks = new FakeChecks();
    const done: string[] = [];
    checks.saved(id);
    checks.tell({ type: 'failed', why: 'no worker' });
    const { page, goto } = await open({
      checks,
      openInEditor: async (opened) => done.push(`open ${opened}`) > 0,
      reset: (reset) => ({ keptAt: `exercises/.kept/${done.push(`reset ${reset}`)}` }),
    });
    await goto(path);
    await page.getByRole('button', { name: 'Open app.ts in your editor' }).press('Enter');
    await page.getByText(`Opened exercises/${id}/app.ts`).waitFor();
    await page.getByText('Begin anew').press('Enter');
    await page.getByRole('button', { name: 'Put the starter back' }).press('Enter');
    await page.getByText('The starter is back. What you wrote is kept in exercises/.kept/2').waitFor();
    await page.getByRole('button', { name: 'Check now' }).press('Enter');
    await page
      .getByText('Not started')
      .or(page.getByText('Not checked yet'))
      .or(page.getByText('Changed since'))
      .first()
      .waitFor();
    expect(done).toEqual([`open ${id}`, `reset ${id}`]);
  });
});

describeInBrowser("The student's app", (open) => {
  it('runs beside its exercise with a cookie jar of its own, and its cookies are shown as they went', async () => {
    const studentApp = new FakeStudentApp((req, res) => {
      if (req.headers.cookie === undefined) res.setHeader('set-cookie', ['seen=yes; Path=/; HttpOnly', 'box=a%3Cb; Path=/']);
      res.setHeader('content-type', 'text/html');
      const banner = req.headers.cookie === undefined ? '<p>Welcome to the bakery!</p>' : '';
      res.end(`<!doctype html><html lang="en"><title>Bakery</title><main><h1>Bakery</h1>${banner}</main>`);
    });
    const { page, goto, context, site, expectComplaint } = await open({ checks: new FakeChecks(), studentApp });
    expectComplaint(/503/);
    await goto(path);
    await page.getByRole('button', { name: 'Start it' }).press('Enter');
    const frame = page.frameLocator('iframe[title="Your app"]');
    await frame.getByText('Welcome to the bakery!').waitFor();
    const row = page.getByRole('row', { name: /^seen/ });
    await row.getByText('seen=yes; Path=/; HttpOnly').waitFor();
    await row.getByText('not with the last request').waitFor();
    await page.getByRole('button', { name: 'Load it again' }).press('Enter');
    await row.getByText('yes', { exact: true }).waitFor();
    await page.getByText('Cookie: seen=yes; box=a%3Cb').waitFor();
    await frame.getByText('Welcome to the bakery!').waitFor({ state: 'detached' });
    expect((await context.cookies()).map(({ name, domain }) => `${name} of ${domain}`).sort()).toEqual([
      'box of app.course.localhost',
      'seen of app.course.localhost',
    ]);
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Stop it' }).press('Enter');
    await page.getByText('It is not running.').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    await page.goto(`http://app.course.localhost:${site.port}/`);
    await page.getByText('Your app is not running. Start it on the page of its exercise.').waitFor();
  });
});

describeInBrowser('The list of exercises', (open) => {
  it('says where somebody stands with each', async () => {
    const checks = new FakeChecks();
    checks.saved(id);
    checks.checked(id, 3);
    checks.saved('plain-cookies/pay-less');
    checks.checked('plain-cookies/pay-less', 1);
    checks.saved('sessions/first-session');
    const { page, goto } = await open({ checks });
    await goto('/exercises');
    await page.getByRole('row', { name: /Your first cookie.*3 of 4/ }).waitFor();
    await page.getByRole('row', { name: /Pay less.*Solved/ }).waitFor();
    await page.getByRole('row', { name: /Your first session.*Not checked yet/ }).waitFor();
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await expectNoAxeViolations(page);
  });

  it.each([
    path,
    '/exercises/sessions/read-a-session',
    '/exercises/understanding-checks/questions-sessions',
    '/progress',
    '/quiz',
  ])('breaks nowhere without npm start: %s', async (place) => {
    const { page, goto } = await open({}, { viewport: { width: 320, height: 700 } });
    await goto(place);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await expectNoAxeViolations(page);
  });

  it('shows task, checks and hints with scripts off', async () => {
    const { page, goto } = await open({ checks: new FakeChecks() }, { javaScriptEnabled: false });
    await goto(`${path}?pane`);
    await page.getByRole('heading', { name: 'Your first cookie' }).waitFor();
    await page.locator('details.hint summary').first().click();
    await page.locator('details.hint[open] a').first().waitFor();
    expect(await page.getByRole('button', { name: 'Check now' }).count()).toBe(0);
    expect(await page.locator('header.top').count()).toBe(0);
  });
});

describeInBrowser('Progress', (open) => {
  it('is taken along and brought back, after a question where something would be replaced', async () => {
    let now: Readonly<Record<string, { readonly checkedAt: string }>> = { [id]: { checkedAt: '2026-01-01T00:00:00.000Z' } };
    const progress: SharedProgress = {
      read: () => now,
      parse: (text) => (JSON.parse(text) as { exercises: typeof now }).exercises,
      change: (act) => void (now = act(now)),
    };
    const { page, goto } = await open({ progress });
    await goto('/progress');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Download the progress file').click()]);
    expect(download.suggestedFilename()).toBe('cookie-lessons-progress.json');
    const later = { version: 1, exercises: { [id]: { checkedAt: '2026-02-01T00:00:00.000Z' } } };
    const file = { name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(later)) };
    await page.getByLabel('A progress file').setInputFiles(file);
    await page.getByRole('button', { name: 'Bring it in' }).press('Enter');
    await page.getByText(`would be replaced: ${id}.`).waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Leave all as it is' }).press('Enter');
    await page.getByText('Nothing was changed.').waitFor();
    expect(now[id]?.checkedAt).toBe('2026-01-01T00:00:00.000Z');
    await page.getByRole('button', { name: 'Bring it in' }).press('Enter');
    await page.getByRole('button', { name: 'Replace them' }).press('Enter');
    await page.getByText('0 exercises added, 1 replaced, 0 left as they are.').waitFor();
    expect(now).toEqual(later.exercises);
  });
});
