// The text and what stands beside it: tabs in the address, a divider that moves by mouse and keyboard, stacked on a phone.

import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { quizInMemory } from '../exercise-fakes';
import { expectNoAxeViolations } from './axe';
import { describeInBrowser } from './visit-site';

const text = '/text/plain-cookies/the-bill';
const withQuiz = `${text}?beside=quiz:questions-plain-cookies`;
const withExercise = `${text}?beside=exercise:plain-cookies/edit-the-bill`;

describeInBrowser('Two panes', (open) => {
  it('opens beside the text from a page of text, and closes again, without scripts too', async () => {
    const { page, goto, site } = await open({ quiz: quizInMemory() }, { javaScriptEnabled: false });
    await goto(text);
    await page.getByRole('navigation', { name: 'Beside the text' }).getByRole('link', { name: 'Questions' }).click();
    expect(page.url()).toBe(site.url(withQuiz));
    await page.frameLocator('iframe').getByRole('heading').first().waitFor();
    expect(await page.locator('[data-divider]').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Close' }).click();
    expect(page.url()).toBe(site.url(text));
  });

  it('changes the tab with the address, leaves the text where it was, and goes back', async () => {
    const { page, goto, site } = await open({ quiz: quizInMemory() });
    await goto(withQuiz);
    await page.evaluate('window.scrollTo({ top: 300, behavior: "instant" })');
    const tabs = page.getByRole('navigation', { name: 'Beside the text' });
    await tabs.locator('[data-src]', { hasText: 'Exercise' }).first().click();
    await page.locator('iframe[title^="Exercise"]').waitFor();
    expect(page.url()).toMatch(/\?beside=exercise:plain-cookies\//);
    expect(await tabs.locator('[aria-current]').allInnerTexts()).toEqual([await page.locator('iframe').getAttribute('title')]);
    expect(await page.evaluate('window.scrollY')).toBe(300);
    await page.goBack();
    await page.locator('iframe[title="Questions"]').waitFor();
    expect(page.url()).toBe(site.url(withQuiz));
  });

  it('shows a lab on its own host, and lets it keep its cookies', async () => {
    const { page, goto, context } = await open();
    await goto(`${text}?beside=lab:bill`);
    const frame = page.locator('iframe');
    expect(await frame.getAttribute('src')).toMatch(/^http:\/\/bill\.course\.localhost:\d+\/$/);
    await page.frameLocator('iframe').getByRole('heading').first().waitFor();
    expect((await context.cookies()).map(({ domain }) => domain)).not.toContain('course.localhost');
  });

  it('leads to course.localhost where a lab would be another site', async () => {
    const { page, site } = await open();
    await page.goto(`http://127.0.0.1:${site.port}${text}?beside=lab:bill`);
    expect(page.url()).toBe(site.url(`${text}?beside=lab:bill`));
  });

  it('moves its divider by keyboard, and remembers where', async () => {
    const { page, goto } = await open();
    await goto(withExercise);
    const divider = page.getByRole('separator', { name: 'Width of the text' });
    await divider.focus();
    const press = async (key: string): Promise<string | null> => {
      await page.keyboard.press(key);
      return divider.getAttribute('aria-valuenow');
    };
    expect(await press('ArrowRight')).toBe('52');
    expect(await press('ArrowLeft')).toBe('50');
    expect(await press('Home')).toBe('20');
    expect(await press('End')).toBe('80');
    expect(await press('ArrowRight')).toBe('80');
    expect(await press('PageDown')).toBe('70');
    const wide = await widthOfText(page);
    await goto(withExercise);
    expect(await page.locator('[data-divider]').getAttribute('aria-valuenow')).toBe('70');
    expect(Math.abs((await widthOfText(page)) - wide)).toBeLessThan(2);
  });

  it('moves its divider by mouse, across the frame too', async () => {
    const { page, goto } = await open({}, { viewport: { width: 1400, height: 800 } });
    await goto(withExercise);
    await page.frameLocator('iframe').getByRole('heading').first().waitFor();
    const before = await widthOfText(page);
    const box = await page.locator('[data-divider]').boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 200];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const step of [40, 120, 240]) await page.mouse.move(x + step, y);
    await page.mouse.up();
    expect(await widthOfText(page)).toBeGreaterThan(before + 150);
    await page.mouse.move(x, y);
    expect(await widthOfText(page)).toBeGreaterThan(before + 150);
  });

  it('stacks on a phone, with a way down, and nothing is too wide', async () => {
    const { page, goto } = await open({}, { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
    await goto(withExercise);
    expect(await page.locator('[data-divider]').isVisible()).toBe(false);
    const [main, frame] = [await page.locator('main').boundingBox(), await page.locator('iframe').boundingBox()];
    expect(frame?.y).toBeGreaterThan((main?.y ?? 0) + (main?.height ?? 0));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.getByRole('link', { name: /^Below the text/ }).click();
    const top: number = await page.evaluate('document.querySelector("iframe").getBoundingClientRect().top');
    expect(top).toBeLessThan(640);
  });

  it('gives axe nothing to complain about, frames included', async () => {
    const { page, goto } = await open({ quiz: quizInMemory() });
    for (const path of [withQuiz, withExercise, `${text}?beside=lab:bill`]) {
      await goto(path);
      await page.frameLocator('iframe').getByRole('heading').first().waitFor();
      await expectNoAxeViolations(page);
    }
  });
});

function widthOfText(page: Page): Promise<number> {
  return page.evaluate('document.querySelector("main").getBoundingClientRect().width');
}
