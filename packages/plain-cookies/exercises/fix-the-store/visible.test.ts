import { checksFor, demand, type StoredCookie } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import {
  bill,
  drawLargeOrder,
  drawOrder,
  explainClosedStore,
  fillCart,
  goToTheTill,
  inDollars,
  isFair,
  isRefusal,
  type Order,
  pay,
} from './a-customer';
import { type Attempt, cheaperTotals, otherNumbers } from './dishonest-edits';

const { check } = checksFor('plain-cookies/fix-the-store');

check('edited-cookies', async (context) => {
  const { browser, explain } = context;
  const [order, other, large] = [drawOrder(context, 'ada'), drawOrder(context, 'bela'), drawLargeOrder(context)];
  const [ada, bela, mira] = [browser(), browser(), browser()];
  let paid: number | null = null;
  explainClosedStore(context);
  await fillCart(ada, order);
  await fillCart(bela, other);
  paid = await pay(ada);
  explain('one-cart-for-all', () => paid === order.cents + other.cents);
  demand(paid === order.cents, `An honest customer's order costs ${inDollars(order.cents)}, and they paid ${inDollars(paid)}.`);

  let broke = false;
  let worked: Attempt | null = null;
  explain('breaks-on-nonsense', () => broke);
  explain('quantities-in-the-cookie', () => worked?.trick === 'quantity');
  explain('hash-without-key', () => worked?.trick === 'hashed');
  explain('encoding-hides-nothing', () => worked?.trick === 'encoded');
  explain('httponly-stops-nobody', () => worked?.trick === 'plain' && worked.wasHttpOnly);
  explain('still-believes-the-cookie', () => worked !== null);
  const attack = async (honest: readonly StoredCookie[], attempt: Attempt, order: Order): Promise<void> => {
    const mallory = browser();
    for (const { name } of honest) mallory.edit(name, attempt.cookies.get(name));
    const { status, cents, says } = await goToTheTill(mallory);
    broke = status >= 500;
    const isHarmless = isRefusal(status) || (cents !== null && isFair(cents, order));
    // An amount that is none, such as $NaN, was believed, too.
    worked = isHarmless || broke ? null : attempt;
    const edited = `A customer edited the cookie "${attempt.name}" (${attempt.change})`;
    demand(!broke, `${edited}, and POST /pay broke with status ${status}.`);
    demand(isHarmless || cents !== null, `${edited}, and POST /pay says: "${says}".`);
    demand(isHarmless, `${edited} and paid ${inDollars(cents)} for an order of ${inDollars(order.cents)}.`);
  };
  for (const attempt of cheaperTotals(bela.cookies(), other)) await attack(bela.cookies(), attempt, other);
  await fillCart(mira, large);
  for (const attempt of otherNumbers(mira.cookies(), large)) await attack(mira.cookies(), attempt, large);
});

check('missing-and-nonsense', async (context) => {
  const { browser, explain } = context;
  const order = drawOrder(context, 'order');
  const ada = browser();
  let charged: number | null = null;
  explainClosedStore(context);
  await fillCart(ada, order);
  let status = 0;
  const tried = async (customer: typeof ada): Promise<number | null> => {
    const answer = await customer.post('/pay', { follow: false });
    status = answer.status;
    return answer.status >= 400 && answer.status < 500 ? null : pay(customer);
  };
  explain('breaks-on-nonsense', () => status >= 500);
  explain('one-cart-for-all', async () => (charged ?? 0) > 0 && (await pay(ada)) === null);
  explain('empty-cart-paid', () => charged === 0);
  explain('still-believes-the-cookie', () => true);
  const refused = (what: string): void =>
    demand(charged === null, `With ${what}, POST /pay should refuse with 4xx, but it charged ${inDollars(charged)}.`);
  charged = await tried(browser());
  refused('no cookies');
  for (const nonsense of ['', 'banana', 'j%3A%7B%22total%22%3A1%7D', '%E0%A4%A', '-1', '%5B1%5D', 'x'.repeat(2_000)]) {
    const mallory = browser();
    for (const { name } of ada.cookies()) mallory.edit(name, nonsense);
    charged = await tried(mallory);
    refused('nonsense in every cookie');
    const shown = await mallory.get('/bill');
    status = shown.status;
    expect(shown).toHaveStatus('2xx');
  }
  expect(await pay(ada)).toBe(order.cents);
  charged = await tried(ada);
  refused('a cart that has just been paid');
});

check('quantities', async (context) => {
  const { browser, explain } = context;
  const order = drawOrder(context, 'order');
  const ada = browser();
  explainClosedStore(context);
  await fillCart(ada, order);
  demand(
    (await bill(ada)) === order.cents,
    `The bill should say ${inDollars(order.cents)}, but it says ${inDollars(await bill(ada))}.`,
  );
  let tried = { sku: '', status: 0 };
  explain('breaks-on-nonsense', () => tried.status >= 500);
  explain('any-article', () => ['constructor', 'unicorn', ''].includes(tried.sku));
  explain('any-number', () => true);
  for (const [sku, quantity] of [
    ['mixer', '-1'],
    ['mixer', '0'],
    ['tin', 'NaN'],
    ['tin', '1e9'],
    ['tin', '100'],
    ['cutter', '1.5'],
    ['cutter', '2; total=1'],
    ['tin', ''],
    ['unicorn', '1'],
    ['', '1'],
    ['constructor', '1'],
  ] as const) {
    const answer = await ada.post('/cart', { form: { sku, quantity } });
    tried = { sku, status: answer.status };
    demand(
      answer.status >= 400 && answer.status < 500,
      `POST /cart with ${quantity === '' ? 'an empty quantity' : `"${quantity}"`} of "${sku}" should be refused with 4xx, but it was ${answer.status}.`,
    );
    demand(
      (await bill(ada)) === order.cents,
      `After a refused "${quantity}" of "${sku}" the bill should still say ${inDollars(order.cents)}.`,
    );
  }
  expect(await pay(ada)).toBe(order.cents);
});
