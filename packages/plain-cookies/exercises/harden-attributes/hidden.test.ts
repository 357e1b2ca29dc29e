import { checksFor, demand, storedLifetime } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { carries, cookieNamed, elsewhere, explainPlainHttp, explainReadable, loggedIn, shop } from './a-visitor';

const { check } = checksFor('plain-cookies/harden-attributes');

check('remember-me', async (context) => {
  const { clock, explain } = context;
  const { customer, session } = await loggedIn(context, { remember: 'on' });
  const remember = cookieNamed(customer, 'remember');
  demand(remember !== undefined, 'After POST /login with remember=on the browser should hold the cookie "remember".');
  const lifetime = storedLifetime(remember, clock.now()) ?? 0;
  demand(Math.abs(lifetime - 30 * 86_400) < 120, `"remember" should live 30 days, but it lives ${lifetime} seconds.`);
  explainReadable(context, remember);
  explainPlainHttp(context, remember);
  explain('domain-to-be-safe', () => !remember.hostOnly);
  explain('left-to-the-browser', () => remember.sameSite === 'unset');
  demand(remember.httpOnly && remember.secure && remember.hostOnly, '"remember" should be protected like the session.');
  demand(
    !carries(customer, remember, `${shop}/me`, { kind: 'form', from: elsewhere }, 'POST'),
    'A form of another site carries "remember".',
  );
  demand(storedLifetime(session, clock.now()) === null, 'The session itself should end with the browser, but it has a lifetime.');
  await customer.post('/logout');
  explain('cleared-another-cookie', () => true);
  demand(cookieNamed(customer, 'remember') === undefined, 'After POST /logout the browser still holds the cookie "remember".');
  const { customer: other } = await loggedIn(context);
  demand(cookieNamed(other, 'remember') === undefined, 'Who did not ask to be remembered is remembered all the same.');
});

check('behind-the-proxy', async ({ browser }) => {
  expect(await browser({ origin: 'http://shop.example.test' }).get('/connection')).toShowText('plain');
  expect(await browser({ origin: shop }).get('/connection')).toShowText('secure');
});
