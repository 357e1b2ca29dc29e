// Somebody who wants to be a customer without a password. (Questions 4 to 6.)

import { type Browser, type CheckContext } from '@cookie-lessons/check-kit';

import {
  drawArticles,
  drawCustomers,
  fillCart,
  inWords,
  logIn,
  look,
  mustNotWork,
  mustWork,
  newBrowsers,
  sameCart,
  send,
} from './a-customer';
import { plant, plantHeader } from './edited-cookies';

export async function readsTheLoginCookie(context: CheckContext): Promise<void> {
  const open = newBrowsers(context);
  const [ada] = drawCustomers(context);
  const elsewhere = { kind: 'form', from: 'https://elsewhere.test/' } as const;
  const leaks: readonly (readonly [misconception: string | null, who: string, taken: (from: Browser) => string])[] = [
    [null, '', (from) => from.cookieHeader('/')],
    ['readable-by-scripts', 'A script in the page reads', (from) => from.documentCookie()],
    ['sent-in-the-clear', 'Over plain http, the browser sends', (from) => from.cookieHeader('http://shop.example.test/')],
    [
      'sent-for-other-sites',
      'With a form of another site, the browser sends',
      (from) => from.cookieHeader('/account', elsewhere, 'POST'),
    ],
    ['sent-to-neighbours', 'To blog.example.test, the browser sends', (from) => from.cookieHeader('https://blog.example.test/')],
    [
      'sent-to-neighbours',
      'To www.shop.example.test, the browser sends',
      (from) => from.cookieHeader('https://www.shop.example.test/'),
    ],
  ];
  for (const [misconception, who, taken] of leaks) {
    const [laptop, thief] = [open(), open()];
    await logIn(context, laptop, ada);
    plantHeader(thief, taken(laptop));
    const isIn = (await look(thief)).customer === ada;
    if (misconception === null)
      mustWork(context, isIn, `${ada} logged in over https, but GET / with all cookies of that browser says that nobody is.`);
    else mustNotWork(context, isIn, misconception, `${who} what ${ada} is logged in with.`);
  }
}

export async function plantsASession(context: CheckContext): Promise<void> {
  const open = newBrowsers(context);
  const [ada] = drawCustomers(context);
  const articles = drawArticles(context);
  const [mallory, victim] = [open(), open()];
  await fillCart(context, mallory, articles);
  const planted = mallory.cookies();
  plant(victim, planted);
  await logIn(context, victim, ada);
  const { cart } = await look(victim);
  mustWork(
    context,
    sameCart(cart, articles),
    `${ada} had ${inWords(articles)} in the cart and logged in. Now the cart is ${inWords(cart)}.`,
    'loses-the-cart',
  );
  const thief = await look(mallory);
  const isSame = planted.every(({ name, value }) => victim.value(name) === value);
  mustNotWork(
    context,
    thief.customer !== null,
    isSame ? 'same-id' : 'old-id-lives',
    `Mallory planted cookies, ${ada} logged in, and Mallory's copy of them is logged in as ${thief.customer}.`,
  );
}

export async function keepsACopy(context: CheckContext): Promise<void> {
  const open = newBrowsers(context);
  const [ada, bela] = drawCustomers(context);
  const [laptop, copy, other] = [open(), open(), open()];
  await logIn(context, other, bela);
  await logIn(context, laptop, ada);
  plant(copy, laptop.cookies());
  await context.clock.advance({ minutes: 1 });
  await send(context, laptop, '/logout');
  const here = (await look(laptop)).customer;
  mustWork(context, here === null, `${ada} logged out, and GET / still says "Logged in: ${here}".`);
  mustNotWork(
    context,
    (await look(copy)).customer !== null,
    'forgotten-by-the-browser-only',
    `A copy of ${ada}'s cookies, made before POST /logout, is still logged in.`,
  );
  mustWork(
    context,
    (await look(other)).customer === bela,
    `${ada} logged out, and now ${bela}, in another browser, is logged out.`,
    'ends-them-all',
  );
  await context.clock.advance({ minutes: 1 });
  await logIn(context, laptop, ada);
  mustNotWork(
    context,
    (await look(copy)).customer !== null,
    'forgotten-by-the-browser-only',
    `${ada} logged in again, and the copy from before the logout works again.`,
  );
}
