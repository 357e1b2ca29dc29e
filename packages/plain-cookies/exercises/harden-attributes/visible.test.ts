import { checksFor, demand, setCookies } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { carries, cookieNamed, elsewhere, explainPlainHttp, explainReadable, loggedIn, shop } from './a-visitor';

const { check } = checksFor('plain-cookies/harden-attributes');

check('session-hidden-from-scripts', async (context) => {
  const { customer, session } = await loggedIn(context);
  explainReadable(context, session);
  demand(!customer.documentCookie().includes(session.name), 'A script in the page reads the session from document.cookie.');
});

check('session-only-over-https', async (context) => {
  const { customer, session } = await loggedIn(context);
  demand(carries(customer, session, `${shop}/me`), 'The session should be sent over https, but it is not.');
  explainPlainHttp(context, session);
  demand(!carries(customer, session, 'http://shop.example.test/me'), 'The session is sent over plain http, too.');
});

check('session-and-other-sites', async (context) => {
  const { customer, session } = await loggedIn(context);
  context.explain('strict-logs-out-the-link', () => session.sameSite === 'strict');
  demand(
    carries(customer, session, `${shop}/me`, { kind: 'link', from: elsewhere }),
    'Who follows a link from another site should arrive logged in, but the session is not sent.',
  );
  context.explain('left-to-the-browser', () => session.sameSite === 'unset');
  for (const [kind, method] of [
    ['form', 'POST'],
    ['iframe', 'GET'],
    ['image', 'GET'],
    ['fetch', 'POST'],
  ] as const) {
    demand(
      !carries(customer, session, `${shop}/me`, { kind, from: elsewhere }, method),
      `A ${kind} of another site carries the session.`,
    );
  }
});

check('session-stays-home', async (context) => {
  const { customer, session } = await loggedIn(context);
  context.explain('domain-to-be-safe', () => !session.hostOnly);
  for (const neighbour of ['https://blog.example.test/', 'https://example.test/', 'https://blog.shop.example.test/']) {
    demand(!carries(customer, session, neighbour), `The session is sent to ${neighbour}, too.`);
  }
});

check('theme-for-the-script', async ({ browser, draw, explain }) => {
  const ada = browser({ origin: shop });
  const theme = draw.pick('theme', ['dark', 'light', 'sepia', 'contrast']);
  await ada.post('/theme', { form: { theme } });
  const cookie = cookieNamed(ada, 'theme');
  demand(cookie !== undefined, 'After POST /theme the browser should hold the cookie "theme".');
  explain('theme-out-of-reach', () => cookie.httpOnly);
  demand(
    ada.documentCookie().includes(`${cookie.name}=${theme}`),
    'A script in the page should read the theme from document.cookie, but it does not see it.',
  );
  ada.quit();
  demand(cookieNamed(ada, 'theme') !== undefined, 'After the browser was closed and opened again, the theme is gone.');
});

check('both-can-be-deleted', async (context) => {
  const { customer, session, name } = await loggedIn(context);
  await customer.post('/theme', { form: { theme: 'dark' } });
  demand(cookieNamed(customer, 'theme') !== undefined, 'After POST /theme the browser should hold the cookie "theme".');
  await customer.post('/logout');
  context.explain('cleared-another-cookie', () => true);
  demand(
    !customer.cookies().some((held) => held.name === session.name),
    'After POST /logout the browser still holds the session cookie.',
  );
  expect(await customer.get('/me')).not.toShowText(`Hello, ${name}`);
  await customer.post('/theme/reset');
  demand(cookieNamed(customer, 'theme') === undefined, 'After POST /theme/reset the browser still holds the theme cookie.');
});

check('widget-in-other-pages', async ({ browser, explain }) => {
  const ada = browser({ origin: shop });
  const frame = { kind: 'iframe', from: elsewhere } as const;
  const answer = await ada.get('/widget', { initiator: frame });
  expect(answer).toHaveStatus('2xx');
  const lines = setCookies(answer);
  explain('none-without-secure', () => lines.some(({ sameSite, secure }) => sameSite === 'none' && !secure));
  explain('framed-like-a-link', () => lines.some(({ sameSite }) => sameSite !== 'none'));
  const widget = cookieNamed(ada, 'widget');
  demand(widget !== undefined, "In a frame of another site's page, the browser does not keep the widget's cookie.");
  demand(carries(ada, widget, `${shop}/widget`, frame), "In a frame of another site's page, the widget's cookie is not sent.");
});
