import { checksFor, demand } from '@cookie-lessons/check-kit';

import {
  costOf,
  drawArticles,
  drawCustomers,
  fillCart,
  inDollars,
  inWords,
  logIn,
  look,
  mustNotWork,
  mustWork,
  newBrowsers,
  sameCart,
  send,
  shop,
  withKey,
} from './a-customer';
import { keepsACopy, plantsASession, readsTheLoginCookie } from './around-the-login';
import { editsAmounts, writesVouchers } from './at-the-till';
import { isReadableIn, plant } from './edited-cookies';
import type * as harness from './harness/app';

const { check } = checksFor('understanding-checks/audit-the-app');

check('cost-of-delivery', editsAmounts, withKey);
check('unsigned-voucher', writesVouchers, withKey);

// Loaded twice: a key is asked for when the program is loaded.
check(
  'no-key-no-store',
  async (context) => {
    const { files, functions, reload } = context;
    const open = newBrowsers(context);
    const articles = drawArticles(context);
    const ada = open();
    await fillCart(context, ada, articles);
    await send(context, ada, '/voucher', { code: 'WELCOME' });
    const { totalCents } = await look(ada);
    mustWork(
      context,
      (totalCents ?? Infinity) < costOf(articles),
      `With its key, the store should take WELCOME. GET / says ${inDollars(totalCents)} for ${inWords(articles)}.`,
    );
    for (const [why, env] of [
      ['without COOKIE_KEY', {}],
      ['with an empty COOKIE_KEY', { COOKIE_KEY: '' }],
    ] as const) {
      await reload({ env });
      const refused = await functions<typeof harness>().hasRefused();
      context.explain('key-in-the-source', () => !refused && !(files.get('app.ts') ?? '').includes('COOKIE_KEY'));
      context.explain(
        'key-with-a-default',
        async () => !refused && (await open().post('/voucher', { form: { code: 'WELCOME' } })).status < 400,
      );
      mustNotWork(
        context,
        !refused,
        'starts-without-a-key',
        `Started ${why}, the store should refuse to run: throw an error while it is loaded. It runs.`,
      );
    }
  },
  withKey,
);

check('login-cookie', readsTheLoginCookie, withKey);
check('planted-session', plantsASession, withKey);
check('logout-ends-it', keepsACopy, withKey);

check(
  'visits-change-nothing',
  async (context) => {
    const open = newBrowsers(context);
    const [ada] = drawCustomers(context);
    const articles = drawArticles(context);
    const [laptop, other] = [open(), open()];
    await fillCart(context, other, articles);
    await send(context, other, '/cart/empty');
    mustWork(
      context,
      (await look(other)).cart.size === 0,
      'POST /cart/empty should empty the cart, but the articles are still there.',
    );
    await logIn(context, laptop, ada);
    await fillCart(context, laptop, articles);
    const visits = [
      ['A link on another site', { kind: 'link', from: 'https://elsewhere.test/' }],
      ['An image on a neighbour', { kind: 'image', from: 'https://blog.example.test/' }],
      ['A browser that loads the link in advance', { kind: 'link', from: `${shop}/` }],
      ['An address that was typed', { kind: 'typed' }],
    ] as const;
    for (const path of ['/cart/empty', '/logout', '/order', '/delivery?method=courier']) {
      for (const [who, initiator] of visits) {
        const before = await look(laptop);
        const { status } = await laptop.get(path, { initiator });
        demand(status < 500, `GET ${path} broke with status ${status}.`);
        const after = await look(laptop);
        mustNotWork(
          context,
          changed(before, after),
          'a-link-is-enough',
          `${who} caused GET ${path}, and it changed something: GET / said "${said(before)}", and now "${said(after)}".`,
        );
      }
    }
  },
  withKey,
);

check(
  'address-stays-home',
  async (context) => {
    const { draw } = context;
    const open = newBrowsers(context);
    const [ada, bela] = drawCustomers(context);
    const street = draw.word('street', 9);
    const address = `${draw.integer('number', 2, 99)} ${street} street`;
    const [laptop, phone, other] = [open(), open(), open()];
    await logIn(context, laptop, ada);
    await send(context, laptop, '/account', { address });
    await logIn(context, phone, ada);
    for (const [device, name] of [
      [laptop, 'the browser where it was entered'],
      [phone, 'another browser'],
    ] as const)
      mustWork(
        context,
        (await look(device)).text.includes(`Deliver to: ${address}`),
        `${ada}'s address is ${address}. In ${name} GET / should say "Deliver to: ${address}".`,
      );
    await logIn(context, other, bela);
    mustWork(context, !(await look(other)).text.includes(street), `${ada}'s address is shown to ${bela}.`);
    for (const { name, value } of [...laptop.cookies(), ...phone.cookies()]) {
      const isSigned = value.length > 40 && /[.~][\w+/-]{27,90}$/.test(decodeURIComponent(value));
      mustNotWork(
        context,
        isReadableIn(value, street),
        isSigned ? 'signed-is-not-encrypted' : 'address-in-a-cookie',
        `${ada}'s address can be read in the cookie "${name}", without any key.`,
      );
    }
  },
  withKey,
);

// Every cookie alone: some 50 requests, 40 ms.
check(
  'nonsense-is-normal',
  async (context) => {
    const { draw } = context;
    const open = newBrowsers(context);
    const [ada] = drawCustomers(context);
    const laptop = open();
    const wish = draw.pick('wish', ['mixer', 'apron', 'tin']);
    await send(context, laptop, '/wishlist', { sku: 'cutter' });
    await send(context, laptop, '/wishlist', { sku: wish });
    await fillCart(context, laptop, drawArticles(context));
    await send(context, laptop, '/delivery', { method: 'post' });
    await send(context, laptop, '/voucher', { code: 'SUNDAY' });
    await logIn(context, laptop, ada);
    const works = async (): Promise<boolean> => (await look(laptop)).text.includes(`Wishlist: cutter, ${wish}`);
    mustWork(context, await works(), `The wishes are cutter and ${wish}, so GET / should say "Wishlist: cutter, ${wish}".`);
    const word = draw.word('nonsense');
    const honest = laptop.cookies();
    for (const nonsense of [
      '',
      word,
      '%22',
      '%E0%A4%A',
      'null',
      '5',
      '%7B%22a%22%3A1%7D',
      '%5B%7B%7D%2Cnull%5D',
      'j%3A%7B%22a%22%3A1%7D',
      'j%3A%5B%22tin%22%5D',
      word.repeat(200),
    ]) {
      for (const names of [...honest.map(({ name }) => [name]), honest.map(({ name }) => name)]) {
        const visitor = open();
        plant(
          visitor,
          honest.map((cookie) => (names.includes(cookie.name) ? { ...cookie, value: nonsense } : cookie)),
        );
        const { status } = await visitor.get('/');
        const where = names.length === 1 ? `the cookie "${names[0]}"` : 'every cookie';
        mustNotWork(
          context,
          status >= 500,
          'breaks-on-nonsense',
          `With ${nonsense.length > 30 ? `${nonsense.length} letters` : `"${nonsense}"`} in ${where}, GET / broke with status ${status}.`,
        );
        mustWork(
          context,
          status < 300,
          `With nonsense in ${where}, GET / should be shown as to a newcomer (2xx). It answered ${status}.`,
        );
      }
    }
    mustWork(context, await works(), `Others sent nonsense, and now ${ada}'s wishlist has changed.`);
  },
  withKey,
);

type Seen = Awaited<ReturnType<typeof look>>;

function changed(before: Seen, after: Seen): boolean {
  return !sameCart(before.cart, after.cart) || before.customer !== after.customer || before.totalCents !== after.totalCents;
}

function said({ cart, customer, totalCents }: Seen): string {
  return `Cart: ${inWords(cart)}, Total: ${inDollars(totalCents)}, Logged in: ${customer ?? 'nobody'}`;
}
