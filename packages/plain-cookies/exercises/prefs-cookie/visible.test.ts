import { type Browser, checksFor, demand, type StoredCookie, storedLifetime } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

const { check } = checksFor('plain-cookies/prefs-cookie');

const none = 'No place yet.';
const thirtyDaysSeconds = 30 * 24 * 3600;

check('remembers-the-place', async ({ browser, draw, explain }) => {
  const place = `${draw.integer('zip', 10_000, 99_999)} ${draw.name('town')}`;
  const ada = browser();
  await save(ada, place);
  const page = await ada.get('/prefs');
  expect(page).toHaveStatus('2xx');
  explain('split-at-every-equals', () => ada.cookies().some(({ value }) => decoded(value).includes(place)));
  expect(page).toShowText(place);
  const stranger = await browser().get('/prefs');
  explain('memory-of-the-server', () => stranger.text.includes(place));
  expect(stranger).not.toShowText(place);
  expect(stranger).toShowText(none);
});

check('any-text', async ({ browser, draw, explain }) => {
  for (const place of [
    `${draw.word('street')} ${draw.integer('number', 2, 99)}; c/o ${draw.name('who')}`,
    `Köln-Süd, Straße ${draw.integer('other', 2, 99)}`,
    `gate=${draw.word('gate')}=left`,
  ]) {
    const ada = browser();
    await save(ada, place);
    const page = await ada.get('/prefs');
    explain('semicolon-ends-the-value', () => {
      const [front = '', ...behind] = place.split(';');
      const kept = ada.cookies().map(({ value }) => decoded(value));
      return behind.length > 0 && kept.some((value) => value.includes(front) && !value.includes(place));
    });
    explain('split-at-every-equals', () => place.includes('=') && !page.text.includes(place));
    expect(page).toHaveStatus('2xx');
    expect(page).toShowText(place);
  }
});

check('lives-30-days', async ({ browser, clock, draw, explain }) => {
  const ada = browser();
  const lifetimes = (await saved(ada, draw.word('place'))).map((cookie) => storedLifetime(cookie, clock.now()));
  const about = (seconds: number): boolean =>
    lifetimes.some((lifetime) => lifetime !== null && Math.abs(lifetime - seconds) <= 60);
  explain('max-age-in-seconds', () => about(thirtyDaysSeconds / 1000));
  demand(
    about(thirtyDaysSeconds),
    `After saving, the browser should hold a cookie that lives 30 days. Yours ${describe(lifetimes)}.`,
  );
});

check('forgets-the-place', async ({ browser, draw, explain }) => {
  const ada = browser();
  const place = draw.word('place');
  const cookies = await saved(ada, place);
  expect(await ada.get('/prefs')).toShowText(place);
  demand(
    cookies.length > 0,
    'Saving a place should set a cookie of yours, but only the cookies that were there before came back.',
  );
  const answer = await ada.delete('/prefs');
  demand(answer.status < 400, `DELETE /prefs should be answered with 2xx or a redirect, but it was ${answer.status}.`);
  const left = cookies.filter(({ name, path }) => ada.cookies().some((held) => held.name === name && held.path === path));
  explain('emptied-not-deleted', () => left.some(({ name }) => ada.value(name) === ''));
  explain(
    'cleared-another-path',
    () =>
      left.length > 0 &&
      (answer.headers.get('set-cookie') ?? []).some((line) => left.some(({ name }) => line.startsWith(`${name}=;`))),
  );
  demand(left.length === 0, `After DELETE /prefs the browser still holds "${left[0]?.name}".`);
  expect(await ada.get('/prefs')).toShowText(none);
});

check('keeps-the-shops-cookie', async ({ browser, draw, explain }) => {
  const ada = browser();
  const place = draw.word('place');
  const answer = await ada.post('/prefs', { form: { place }, follow: false });
  explain('replaced-the-others', () => (answer.headers.get('set-cookie') ?? []).length === 1 && !ada.cookie('last_page'));
  expect(answer).toSetCookie('last_page', { value: '%2Fprefs' });
  expect(await ada.get('/prefs')).toShowText(place);
});

async function save(customer: Browser, place: string): Promise<void> {
  const answer = await customer.post('/prefs', { form: { place } });
  demand(answer.status < 400, `POST /prefs should be answered with 2xx or a redirect, but it was ${answer.status}.`);
}

/** @returns the cookies that saving brought, beside the shop's own. */
async function saved(customer: Browser, place: string): Promise<readonly StoredCookie[]> {
  await customer.get('/prefs');
  const before = new Set(customer.cookies().map(({ name }) => name));
  await save(customer, place);
  return customer.cookies().filter(({ name }) => !before.has(name));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function describe(lifetimes: readonly (number | null)[]): string {
  if (lifetimes.length === 0) return 'sets none';
  return lifetimes.map((lifetime) => (lifetime === null ? 'ends with the browser' : `lives ${lifetime} seconds`)).join(', ');
}
