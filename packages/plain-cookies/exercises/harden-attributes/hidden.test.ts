import { checksFor, demand, storedLifetime } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { carries, cookieNamed, elsewhere, loggedIn, shop } from './a-visitor';

const { check } = checksFor('plain-cookies/harden-attributes');

check('remember-me', async (context) => {
  const { clock } = context;
  const { customer, session } = await loggedIn(context, { remember: 'on' });
  const remember = cookieNamed(customer, 'remember');
  demand(remember !== undefined, 'After POST /login with remember=on the browser should hold the cookie "remember".');
  const lifetime = storedLifetime(remember, clock.now()) ?? 0;
  demand(Math.abs(lifetime - 30 * 86_400) < 120, `"remember" should live 30 days, but it lives ${lifetime} seconds.`);
  demand(remember.httpOnly && remember.secure && remember.hostOnly, '"remember" should be protected like the session.');
  demand(
    !carries(customer, remember, `${shop}/me`, { kind: 'form', from: elsewhere }, 'POST'),
    'A form of another site carries "remember".',
  );
  demand(storedLifetime(session, clock.now()) === null, 'The session itself should end with the browser, but it has a lifetime.');
  const { customer: other } = await loggedIn(context);
  demand(cookieNamed(other, 'remember') === undefined, 'Who did not ask to be remembered is remembered all the same.');
});

check('widget-in-other-pages', async ({ browser }) => {
  const ada = browser({ origin: shop });
  const frame = { kind: 'iframe', from: elsewhere } as const;
  expect(await ada.get('/widget', { initiator: frame })).toHaveStatus('2xx');
  const widget = cookieNamed(ada, 'widget');
  demand(widget !== undefined, "In a frame of another site's page, the browser does not keep the widget's cookie.");
  demand(carries(ada, widget, `${shop}/widget`, frame), "In a frame of another site's page, the widget's cookie is not sent.");
});

check('behind-the-proxy', async ({ browser }) => {
  expect(await browser({ origin: 'http://shop.example.test' }).get('/connection')).toShowText('plain');
  expect(await browser({ origin: shop }).get('/connection')).toShowText('secure');
});
