import { checksFor, demand } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { attackOne } from './a-store';

const { check } = checksFor('plain-cookies/edit-the-bill');

check('pays-a-dollar-fifty', async (context) => {
  const { order, entry } = await attackOne(context, 'vulnerable');
  demand(entry !== undefined, `The store sold nothing: no POST /checkout of yours was accepted. The order was ${order.total}.`);
  expect(entry.items).toEqual(order.items);
  demand(entry.totalCents === 150, `The order should be paid with $1.50, but the books say ${entry.totalCents} cents.`);
});

check('raises-the-credit', async (context) => {
  const { entry } = await attackOne(context, 'vulnerable');
  demand(entry !== undefined, 'The store sold nothing: no POST /checkout of yours was accepted.');
  context.explain('only-the-total', () => entry.totalCents === 150);
  demand(entry.creditCents === 1_000_000, `The store credit should be $10,000.00, but the books say ${entry.creditCents} cents.`);
});

check('reports-honestly', async (context) => {
  for (const [round, kind] of context.draw.shuffle('kinds', ['vulnerable', 'fixed', 'fixed'] as const).entries()) {
    const { answer, entry } = await attackOne(context, kind, `round ${round}`);
    const worked = entry?.totalCents === 150 && entry.creditCents === 1_000_000;
    context.explain('claims-without-looking', () => answer === true && !worked);
    context.explain('never-claims', () => answer === false && worked);
    demand(entry !== undefined, 'The attack should reach the checkout, but the store sold nothing.');
    demand(
      answer === worked,
      `The store's books say ${entry.totalCents} cents and ${entry.creditCents} cents of credit; the attack should return ${worked}.`,
    );
  }
});
