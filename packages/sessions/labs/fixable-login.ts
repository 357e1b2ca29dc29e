// One shop with a login, alone in its box, for whoever attacks it. LOGIN_SETUP (JSON, see LoginSetup) says what it does with the
// session's id at login; without it, the id stays what it was.

import { createLoginShop, type LoginSetup } from './login-shop';

const setup = JSON.parse(
  process.env.LOGIN_SETUP ??
    JSON.stringify({
      atLogin: 'keeps',
      cookieName: 'sid',
      otherCookie: { name: 'theme', value: 'light', first: true },
      account: { customer: 'Ada', password: 'cinnamon', address: 'Rear house' },
    } satisfies LoginSetup),
) as LoginSetup;

const shop = createLoginShop(setup);

export default shop.app;
export const readIssued = shop.readIssued;
export const readLooks = shop.readLooks;
