import { checksFor } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

const { check } = checksFor('plain-cookies/prefs-cookie');

check('strangers-and-changes', async ({ browser, draw, explain }) => {
  const ada = browser();
  const [first, second] = [`${draw.word('first')} 1`, `${draw.word('second', 9)} 2`];
  await ada.post('/prefs', { form: { place: first } });
  expect(await ada.get('/prefs')).toShowText(first);
  await ada.post('/prefs', { form: { place: second } });
  const page = await ada.get('/prefs');
  expect(page).toShowText(second);
  expect(page).not.toShowText(first);
  const stranger = await browser().get('/prefs');
  explain('memory-of-the-server', () => stranger.text.includes(second));
  expect(stranger).toHaveStatus('2xx');
  expect(stranger).toShowText('No place yet.');
});
