// `npm run screenshots`: pictures of Chromium's own Application panel, taken headless while it looks at a lesson's labs, and of the site.
// Needs Debian's chromium (or CHROMIUM, a path); without one it says what to install.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { chromium } from 'playwright-core';

import { root } from './root.mjs';
import { shootSite } from './site-screenshots.mjs';
import { smallPng } from './small-png.mjs';

const require = createRequire(import.meta.url);
const debuggingPort = 9445;
/** Wide enough for the columns that are spoken of; the whole value stands below the table, since its row is selected. */
const panel = { width: 1080, height: 400 };
const exitCodes = { done: 0, nothingThere: 2 };

/** The key and the moment of the lesson's text, so that text and picture show the same value. */
const shownInTheText = { secretKey: 'vector-key', now: () => 1_700_000_000_000 };

/** Which lab, which of its pages stand one above the other, and what is written above them; the row named by `shows` is selected. */
const pictures = [
  {
    file: 'packages/sessions/lesson-text/pictures/one-beside-one.png',
    lab: 'packages/sessions/labs/one-cookie-beside-one-session.ts',
    sides: [
      { title: 'One plain cookie', path: '/?side=plain', shows: 'fav_cookie' },
      { title: 'The same in a session cookie', path: '/?side=session', shows: 'session' },
    ],
  },
  {
    file: 'packages/sessions/lesson-text/pictures/many-beside-one.png',
    lab: 'packages/sessions/labs/many-cookies-beside-one-session.ts',
    sides: [
      { title: 'Five plain cookies', path: '/?side=plain', shows: 'flavor_4' },
      { title: 'The same five values in one session cookie', path: '/?side=session', shows: 'session' },
    ],
  },
];

/** @param args `--out <dir>` writes the pictures there instead of into the lessons, and of the site every kind of page. */
export async function main(args) {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  if (!executablePath) {
    console.error(
      'The pictures show Chromium, and there is none here. Install it (Debian: sudo apt-get install chromium), or set CHROMIUM to its path.',
    );
    return exitCodes.nothingThere;
  }
  const out = args[0] === '--out' && args[1] ? args[1] : null;
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--remote-debugging-port=${debuggingPort}`,
      '--remote-allow-origins=*',
    ],
  });
  try {
    for (const picture of pictures) {
      const target = out === null ? join(root, picture.file) : join(out, picture.file.split('/').at(-1));
      mkdirSync(dirname(target), { recursive: true });
      await draw(browser, picture, target);
      console.log(`${target.replace(`${root}/`, '')} is taken.`);
    }
    await shootSite(browser, out);
    return exitCodes.done;
  } finally {
    await browser.close();
  }
}

async function draw(browser, { lab, sides }, target) {
  const { createApp } = require(join(root, lab));
  const server = createServer(createApp(shownInTheText));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const shots = [];
    for (const side of sides) shots.push({ ...side, png: await shootPanel(browser, server.address().port, side) });
    const page = await browser.newPage({ viewport: { width: panel.width + 34, height: 2 * (panel.height + 58) } });
    await page.setContent(stacked(shots));
    writeFileSync(target, smallPng(await page.screenshot()));
    await page.close();
  } finally {
    server.close();
  }
}

/** Opens the lab's page in a profile of its own, and Chromium's DevTools as a page of another. */
async function shootPanel(browser, port, { path, shows }) {
  const visitor = await browser.newContext();
  const tools = await browser.newContext({ viewport: { width: panel.width, height: panel.height } });
  try {
    const page = await visitor.newPage();
    await page.goto(`http://localhost:${port}${path}`);
    const list = await (await fetch(`http://127.0.0.1:${debuggingPort}/json/list`)).json();
    const target = list.find(({ url }) => url.includes(`:${port}${path}`));
    const devtools = await tools.newPage();
    await devtools.goto(
      `devtools://devtools/bundled/devtools_app.html?ws=127.0.0.1:${debuggingPort}/devtools/page/${target.id}&panel=resources`,
    );
    const cookies = devtools.getByRole('treeitem', { name: /^Cookies/ });
    await cookies.waitFor({ timeout: 20_000 });
    await cookies.click();
    await devtools.keyboard.press('ArrowRight');
    await devtools.waitForTimeout(400);
    await devtools.keyboard.press('ArrowDown');
    const row = devtools.getByText(shows, { exact: true }).locator('visible=true').first();
    await row.waitFor({ timeout: 10_000 });
    await row.click();
    await devtools.waitForTimeout(500);
    return await devtools.screenshot();
  } finally {
    await tools.close();
    await visitor.close();
  }
}

function stacked(shots) {
  const figures = shots.map(
    ({ title, png }) =>
      `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  return `<style>
    body { margin: 0; padding: 12px 16px; display: grid; gap: 16px; background: #fff; font: 600 18px system-ui, sans-serif; color: #1c2230; }
    figure { margin: 0; } figcaption { margin-bottom: 8px; } img { display: block; border: 1px solid #cfd3dc; border-radius: 6px; }
  </style>${figures.join('')}`;
}
