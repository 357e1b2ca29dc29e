// The exercise flow as a student has it: a real Chromium, the real site, the real checks and box, and files saved in an editor.

import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';
import { describeWithChromium } from '@cookie-lessons/website/tests/browser/open-browser';

import { loadCourse } from '../src/course/load-course';
import { openSite } from '../src/doors/cli/site/open-site';
import { readProgress } from '../src/progress/progress-file';
import { copyCourse } from './copy-course';

const root = join(__dirname, '..', '..');
const id = 'plain-cookies/first-cookie';

describeWithChromium('An exercise on the site, checked by the grader', (open) => {
  it('goes from the first edit over a mistake that is explained to solved', async () => {
    const copy = copyCourse();
    symlinkSync(join(root, 'solutions'), join(copy.root, 'solutions'));
    const site = await openSite(loadCourse(copy.root), 43_200);
    const { page, context, afterwards } = await open();
    afterwards(async () => {
      await site.close();
      copy.remove();
    });
    await page.goto(`${site.address}/exercises/${id}`);
    await page.getByText('Not started').waitFor();

    copy.write(`${id}/app.ts`, wrongAnswer('max-age-in-seconds.ts'));
    await page.locator('.now').getByText('3 of 4').waitFor();
    await page.getByText('You gave maxAge in seconds. Express counts milliseconds').waitFor();
    await page.getByText('Set-Cookie: seen=yes; Max-Age=31536;').waitFor();

    await page.getByRole('button', { name: 'Start it' }).click();
    await page.getByRole('row', { name: /^seen/ }).getByText('Max-Age=31536;').waitFor();
    expect((await context.cookies()).map(({ name, domain }) => `${name} of ${domain}`)).toEqual(['seen of app.course.localhost']);

    const hint = page.locator('details.hint summary').first();
    await hint.press('Enter');
    copy.solve(id);
    await page.getByRole('heading', { name: 'All of it is right' }).waitFor();
    expect(await page.evaluate('document.activeElement.matches("details.hint[open] summary")')).toBe(true);
    expect(readProgress(copy.root).exercises[id]?.passed).toHaveLength(4);
    await page.getByRole('link', { name: /Compare it with our solution/ }).click();
    await page.getByRole('heading', { name: 'Your first cookie: solved' }).waitFor();
    await page.getByText("It works in the browser as long as one doesn't close it.").waitFor();
  });
});

/** Without the lines of the head, which a student wouldn't write. */
function wrongAnswer(name: string): string {
  const path = join(root, 'packages', 'plain-cookies', 'exercises', 'first-cookie', 'wrong-answers', name);
  return readFileSync(path, 'utf8').replace(/^(\/\/.*\n)+/, '');
}
