// Reading as a visitor does it: every page in both themes, on a phone and on a projector, with and without scripts.

import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { FakeChecks, quizInMemory } from '../exercise-fakes';
import { readCourse } from '../read-course';
import { walkSite } from '../walk-site';
import { expectNoAxeViolations } from './axe';
import { describeInBrowser } from './visit-site';

const { lessons } = readCourse();
const textPaths = lessons.flatMap(({ id, lesson }) => lesson.pages.map((page) => `/text/${id}/${page}`));
const otherPaths = ['/', '/search', '/search?q=HttpOnly', '/search?q=xyzzy', ...lessons.map(({ id }) => `/text/${id}`)];

const isText = (path: string): boolean => path.startsWith('/text/');
const isPane = (path: string): boolean => path.endsWith('?pane');
/** One of each kind of exercise in each lesson: a pane is the page that is looked at as a whole, without its frame. */
const panes = new Set(
  lessons.flatMap(({ exercises }) => {
    const kindOf = new Map(exercises.map(({ exercise }) => [exercise.kind, exercise.id]).reverse() as [string, string][]);
    return [...kindOf].map(([kind, id]) => (kind === 'quiz' ? `/quiz/${id.split('/')[1]}?pane` : `/exercises/${id}?pane`));
  }),
);
const isExercise = (path: string): boolean => path.startsWith('/exercises/') && !isPane(path);
const isQuestion = (path: string): boolean => path.startsWith('/quiz/') && !isPane(path);
const kinds: [string, (path: string) => boolean][] = [
  ['texts', isText],
  ['exercises', isExercise],
  ['questions', isQuestion],
  ['panes', (path) => panes.has(path)],
  ['the others', (path) => ![isText, isExercise, isQuestion, isPane].some((isOfKind) => isOfKind(path))],
];
const isPage = (contentType: unknown): boolean => String(contentType).startsWith('text/html');

describeInBrowser('Reading', (open) => {
  it.each(kinds)('gives axe nothing to complain about, light and dark: %s', async (_, isOfKind) => {
    const { page, goto, site } = await open({ quiz: quizInMemory(), checks: new FakeChecks() });
    const visited = [...(await walkSite(site.port)).values()].filter(({ headers }) => isPage(headers['content-type']));
    // Two panes together are tests of their own; here are the pages that stand in them.
    const paths = visited.map(({ path }) => path).filter((path) => !path.includes('beside=') && isOfKind(path));
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      await goto(path);
      await expectNoAxeViolations(page);
    }
  });

  it('fits a phone of 320 px and a projector: no page scrolls sideways', async () => {
    const { page, goto } = await open({ quiz: quizInMemory() }, { viewport: { width: 320, height: 640 } });
    for (const path of [...textPaths, ...otherPaths]) {
      for (const width of [320, 960, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        if (width === 320) await goto(path);
        expect({ path, width, tooWide: await tooWideBy(page) }).toEqual({ path, width, tooWide: 0 });
      }
    }
  });

  it('works with scripts off: text, contents, neighbours and search', async () => {
    const { page, goto } = await open({}, { javaScriptEnabled: false, viewport: { width: 400, height: 800 } });
    await goto('/text/plain-cookies/what-is-a-cookie');
    await page.locator('summary').click();
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').first().click();
    expect(new URL(page.url()).hash).not.toBe('');
    await page.getByRole('link', { name: /^Next/ }).click();
    await page.getByRole('heading', { level: 1, name: 'TypeScript and Express in ten minutes' }).waitFor();
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('two spare bits');
    await page.getByRole('searchbox').press('Enter');
    await page.locator('.found mark').first().waitFor();
  });

  it('remembers a theme, and keeps it out of the cookies', async () => {
    const { page, context, goto } = await open();
    await goto('/');
    await page.getByRole('button', { name: 'Dark' }).click();
    await goto('/text/sessions/signing');
    await page.getByRole('button', { name: 'Light' }).waitFor();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await context.cookies()).toEqual([]);
  });

  it('copies code by keyboard, says so, and leaves the focus where it was', async () => {
    const { page, goto, site } = await open({}, { permissions: ['clipboard-read', 'clipboard-write'] });
    await goto('/text/secret-keys/make-a-key');
    const copy = page.getByRole('button', { name: 'Copy' }).first();
    await copy.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('The code is copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `node -p "require('node:crypto').randomBytes(32).toString('hex')"`,
    );
    expect(await page.evaluate('document.activeElement.className')).toBe('copy');
    expect(page.url()).toBe(site.url('/text/secret-keys/make-a-key'));
  });

  it('prints the text with its sources, and nothing that only makes sense on a screen', async () => {
    const { page, goto } = await open();
    await goto('/text/secret-keys/leaks');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const isShown = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
    for (const selector of ['.top', '.bottom', 'aside', '.neighbours', '.copy', '.offers', '.skip']) expect([selector, await isShown(selector)]).toEqual([selector, false]); // prettier-ignore
    expect(await isShown('article.text')).toBe(true);
    // As on white paper, although the screen is dark.
    expect(await page.evaluate('getComputedStyle(document.querySelector(".place")).color')).toBe('rgb(95, 90, 83)');
    expect(await page.locator('.sources li').first().innerText()).toContain('github.com/advisories/GHSA-34fj-mwm6-fjfg');
  });

  it('lets the Tab key stop only at what really scrolls', async () => {
    const { page, goto } = await open();
    await goto('/text/sessions/what-is-a-session');
    for (const width of [1400, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.locator('article.text .table[tabindex="0"]').first().waitFor();
      const wrong: number = await page.evaluate(`[...document.querySelectorAll('article.text pre, article.text .table')]
        .filter((each) => each.hasAttribute('tabindex') !== each.scrollWidth > each.clientWidth).length`);
      expect([width, wrong]).toEqual([width, 0]);
    }
  });
});

function tooWideBy(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
