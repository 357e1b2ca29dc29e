import type { Browser } from '@cookie-lessons/check-kit';
import { checksFor, demand } from '@cookie-lessons/check-kit';

import { copyOf, drawCustomers, logIn, logOut, said, who } from './a-customer';

const { check } = checksFor('sessions/logout-that-works');

interface Device {
  readonly browser: Browser;
  readonly owner: string;
  loggedIn: boolean;
}

// About 100 requests, some 60 ms: every device and every copy is looked at after each of five steps.
check('any-order', async (context) => {
  const { app, browser, clock, draw, explain } = context;
  const customers = drawCustomers(context, 3);
  const devices = customers.flatMap((owner) => [0, 1].map((): Device => ({ browser: browser(), owner, loggedIn: true })));
  const oldCopies: { readonly owner: string; readonly copy: string }[] = [];
  for (const device of devices) await logIn(device.browser, device.owner);
  const actions = draw.shuffle('actions', ['/logout', '/logout', '/logout-everywhere', 'login', 'login'] as const);
  for (const [step, action] of actions.entries()) {
    await clock.advance({ minutes: 1 });
    // Three customers, three logouts: each time there is one with both devices logged in, so that the other device tells.
    const isBoth = (owner: string): boolean => devices.every((device) => device.owner !== owner || device.loggedIn);
    const able = devices.filter(({ owner, loggedIn }) => (action === 'login' ? !loggedIn : isBoth(owner)));
    if (able.length === 0) continue;
    const device = draw.pick(`device ${step}`, able);
    if (action === 'login') {
      await logIn(device.browser, device.owner);
      device.loggedIn = true;
    } else {
      const ended = action === '/logout' ? [device] : devices.filter(({ owner, loggedIn }) => loggedIn && owner === device.owner);
      for (const { browser: one, owner } of ended) oldCopies.push({ owner, copy: copyOf(one) });
      for (const one of ended) one.loggedIn = false;
      await logOut(device.browser, action);
    }
    for (const { browser: one, owner, loggedIn } of devices) {
      const seen = await who(one);
      explain('logs-out-everybody', () => loggedIn && seen === null && owner !== device.owner);
      explain('logs-out-every-device', () => loggedIn && seen === null && action === '/logout');
      explain(
        'everywhere-is-here',
        () => !loggedIn && seen !== null && action === '/logout-everywhere' && one !== device.browser,
      );
      demand(
        seen === (loggedIn ? owner : null),
        `After ${step + 1} logins and logouts, ${owner}'s device is told ${said(seen)}.`,
      );
    }
    for (const { owner, copy } of oldCopies) {
      const seen = await who(app, copy);
      explain('forgotten-by-the-browser-only', () => action !== 'login');
      explain('alive-after-login', () => action === 'login');
      demand(seen === null, `After ${step + 1} logins and logouts, an old copy of ${owner}'s cookie is told ${said(seen)}.`);
    }
  }
});
