import { checksFor, demand } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { bill, drawOrder, fillCart, inDollars, pay, type Trick, tricks } from './a-customer';

const { check } = checksFor('plain-cookies/fix-the-store');

check('edited-cookies', async (context) => {
  const { browser, explain } = context;
  const [order, other] = [drawOrder(context, 'ada'), drawOrder(context, 'bela')];
  const [ada, bela] = [browser(), browser()];
  let paid: number | null = null;
  explain(
    'refuses-everybody',
    async () => (await browser().post('/cart', { form: { sku: 'tin', quantity: '1' } })).status >= 400,
  );
  await fillCart(ada, order);
  await fillCart(bela, other);
  paid = await pay(ada);
  explain('refuses-everybody', () => paid === null);
  explain('one-cart-for-all', () => paid === order.cents + other.cents);
  demand(paid === order.cents, `An honest customer's order costs ${inDollars(order.cents)}, and they paid ${inDollars(paid)}.`);

  let worked: { trick: Trick; wasHttpOnly: boolean } | null = null;
  explain('hash-without-key', () => worked?.trick === 'hashed');
  explain('encoding-hides-nothing', () => worked?.trick === 'encoded');
  explain('httponly-stops-nobody', () => worked?.trick === 'plain' && worked.wasHttpOnly);
  explain('still-believes-the-cookie', () => worked !== null);
  const honest = bela.cookies();
  for (const { trick, name, value, wasHttpOnly } of tricks(honest, other.cents)) {
    const mallory = browser();
    for (const cookie of honest) mallory.edit(cookie.name, cookie.name === name ? value : cookie.value);
    const charged = await pay(mallory);
    if (charged !== null && charged < other.cents) worked = { trick, wasHttpOnly };
    demand(
      worked === null,
      `A customer edited the cookie "${name}" and paid ${inDollars(charged)} for an order of ${inDollars(other.cents)}.`,
    );
  }
});

check('missing-and-nonsense', async (context) => {
  const { browser, explain } = context;
  const order = drawOrder(context, 'order');
  const ada = browser();
  await fillCart(ada, order);
  explain('still-believes-the-cookie', () => true);
  for (const nonsense of [undefined, 'banana', 'j%3A%7B%22total%22%3A1%7D', '%E0%A4%A', '-1', 'x'.repeat(2_000)]) {
    const mallory = browser();
    for (const { name, value } of ada.cookies()) mallory.edit(name, value);
    for (const { name } of ada.cookies()) mallory.edit(name, nonsense);
    const charged = await pay(mallory);
    demand(
      charged === null,
      `With ${nonsense === undefined ? 'no cookies' : 'nonsense in every cookie'}, POST /pay should refuse with 4xx, but it charged ${inDollars(charged)}.`,
    );
    expect(await mallory.get('/bill')).toHaveStatus('2xx');
  }
  expect(await pay(ada)).toBe(order.cents);
});

check('quantities', async (context) => {
  const { browser, explain } = context;
  const order = drawOrder(context, 'order');
  const ada = browser();
  await fillCart(ada, order);
  demand(
    (await bill(ada)) === order.cents,
    `The bill should say ${inDollars(order.cents)}, but it says ${inDollars(await bill(ada))}.`,
  );
  explain('any-number', () => true);
  for (const [sku, quantity] of [
    ['mixer', '-1'],
    ['mixer', '0'],
    ['tin', 'NaN'],
    ['tin', '1e9'],
    ['cutter', '1.5'],
    ['cutter', '2; total=1'],
    ['tin', ''],
    ['constructor', '1'],
    ['unicorn', '1'],
  ] as const) {
    const answer = await ada.post('/cart', { form: { sku, quantity } });
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
