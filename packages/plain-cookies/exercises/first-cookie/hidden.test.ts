import { checksFor } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

const { check } = checksFor('plain-cookies/first-cookie');

const banner = 'Welcome to the bakery!';

check('survives-a-restart', async ({ browser, restart, explain }) => {
  const ada = browser();
  expect(await ada.get('/')).toShowText(banner);
  const beforeRestart = await ada.get('/');
  await restart();
  const afterRestart = await ada.get('/');
  explain(
    'list-in-the-server',
    () => ada.cookies().length > 0 && !beforeRestart.text.includes(banner) && afterRestart.text.includes(banner),
  );
  explain('memory-of-the-server', () => ada.cookies().length === 0);
  expect(afterRestart).toHaveStatus('2xx');
  expect(afterRestart).not.toShowText(banner);
  expect(await browser().get('/')).toShowText(banner);
});
