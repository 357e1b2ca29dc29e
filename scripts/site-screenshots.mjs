// The site's pages and labs as pictures: the README's two, and with `--out` every kind of page, light and dark, wide and narrow.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { root } from './root.mjs';
import { smallPng } from './small-png.mjs';

const require = createRequire(import.meta.url);
const wishedPort = 3900;
const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };

const forTheReadme = [
  { name: 'site', path: '/text/sessions/signed-is-not-encrypted?beside=exercise:sessions/read-a-session' },
  { name: 'lab', path: '/labs/bill', play: orderAndPay },
];

/** One of every kind. */
const kinds = [
  { name: 'lessons', path: '/' },
  { name: 'text', path: '/text/sessions/signed-is-not-encrypted' },
  { name: 'search', path: '/search?q=leading+dot' },
  { name: 'exercises', path: '/exercises' },
  { name: 'exercise', path: '/exercises/plain-cookies/first-cookie' },
  { name: 'quiz', path: '/quiz' },
  { name: 'question', path: '/quiz/questions-plain-cookies' },
  { name: 'labs', path: '/labs' },
];

/** @param out folder for every kind of page; null for the README's pictures, which lie in docs/. */
export async function shootSite(browser, out) {
  const { openSite } = require(join(root, 'grader/src/doors/cli/site/open-site.ts'));
  const { loadCourse } = require(join(root, 'grader/src/course/load-course.ts'));
  const { labs } = require(join(root, 'packages/website/src/labs/index.ts'));
  const site = await openSite(loadCourse(root), wishedPort);
  const folder = out ?? join(root, 'docs');
  mkdirSync(folder, { recursive: true });
  const shoot = async ({ name, path, play }, viewport, colorScheme) => {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    await page.goto(`${site.address}${path}`, { waitUntil: 'load' });
    if ((await page.locator('iframe').count()) > 0) await page.frameLocator('iframe').locator('h1').first().waitFor();
    await play?.(page);
    writeFileSync(join(folder, `${name}.png`), smallPng(await page.screenshot()));
    await context.close();
    console.log(`${folder.replace(`${root}/`, '')}/${name}.png is taken.`);
  };
  try {
    if (out === null) for (const one of forTheReadme) await shoot(one, wide, 'light');
    else
      for (const { name, ...page } of [...kinds, ...labs.map(({ id }) => ({ name: `lab-${id}`, path: `/labs/${id}` }))])
        for (const [size, viewport] of [
          ['wide', wide],
          ['narrow', narrow],
        ])
          for (const theme of ['light', 'dark']) await shoot({ ...page, name: `${name}-${size}-${theme}` }, viewport, theme);
  } finally {
    await site.close();
  }
}

/** The lab has something to show once an order stands in the cookie. */
async function orderAndPay(page) {
  const lab = page.frameLocator('iframe');
  await lab.getByRole('button', { name: /Order for \$125/ }).click();
  await lab.getByRole('row', { name: /total/ }).first().waitFor();
}
