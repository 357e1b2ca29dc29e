import { type Browser, checksFor, demand, storedLifetime } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

const { check } = checksFor('plain-cookies/first-cookie');

const banner = 'Welcome to the bakery!';
const yearSeconds = 365 * 24 * 3600;

check('banner-only-once', async ({ browser, explain, output }) => {
  const ada = browser();
  const first = await ada.get('/');
  explain(
    'set-after-the-answer',
    async () => first.status < 500 && ada.cookies().length === 0 && /after they are sent/.test(await output()),
  );
  explain('banner-for-nobody', () => !first.text.includes(banner));
  expect(first).toShowText(banner);
  const second = await ada.get('/');
  explain('cookie-instead-of-cookies', () => ada.cookies().length > 0);
  expect(second).toHaveStatus('2xx');
  expect(second).toShowText('Today: chocolate chip.');
  expect(second).not.toShowText(banner);
});

check('each-visitor-for-themselves', async ({ browser, explain }) => {
  const ada = browser();
  await ada.get('/');
  const again = await ada.get('/');
  expect(again).toHaveStatus('2xx');
  expect(again).not.toShowText(banner);
  const bela = await browser().get('/');
  explain('memory-of-the-server', () => !bela.text.includes(banner));
  expect(bela).toShowText(banner);
});

check('lasts-a-year', async ({ browser, clock, explain, restart }) => {
  const ada = browser();
  await ada.get('/');
  const lifetimes = ada.cookies().map((cookie) => storedLifetime(cookie, clock.now()));
  const isAbout = (seconds: number) => (lifetime: number | null) =>
    lifetime !== null && Math.abs(lifetime - seconds) < 2 * 24 * 3600 * (seconds / yearSeconds);
  explain('max-age-in-seconds', () => lifetimes.some(isAbout(yearSeconds / 1000)));
  explain('list-in-the-server', async () => {
    if (ada.cookies().length === 0 || (await ada.get('/')).text.includes(banner)) return false;
    await restart();
    return (await ada.get('/')).text.includes(banner);
  });
  explain('no-lifetime', () => lifetimes.length > 0 && lifetimes.every((lifetime) => lifetime === null));
  demand(
    lifetimes.some(isAbout(yearSeconds)),
    `After the first visit the browser should hold a cookie that lives for a year. It holds ${lifetimes.length === 0 ? 'none' : lifetimes.map((lifetime) => (lifetime === null ? 'one that ends with the browser' : `one for ${lifetime} seconds`)).join(', ')}.`,
  );
  expect(await returning(ada)).not.toShowText(banner);
});

/** Closes the browser and comes back. */
function returning(ada: Browser): ReturnType<Browser['get']> {
  ada.quit();
  return ada.get('/');
}
