import { checksFor, demand } from '@cookie-lessons/check-kit';

import { drawOrder, explainClosedStore, fillCart, inDollars, pay, priceCents } from './a-customer';

const { check } = checksFor('plain-cookies/fix-the-store');

check('prices-from-outside', async (context) => {
  const { browser, explain } = context;
  const order = drawOrder(context, 'order');
  const honest = browser();
  explainClosedStore(context);
  await fillCart(honest, order);
  const paid = await pay(honest);
  demand(paid === order.cents, `An honest customer's order costs ${inDollars(order.cents)}, and they paid ${inDollars(paid)}.`);

  const mallory = browser();
  explain('hidden-field', () => true);
  const bargain = { price: '1', total: '1.50', cents: '150', amount: '1.50', priceCents: '1', unitPrice: '0.01' };
  const taken = await mallory.post('/cart', { form: { sku: 'mixer', quantity: '1', ...bargain } });
  if (taken.status >= 400) return;
  const charged = await pay(mallory, bargain);
  demand(
    charged === null || charged >= (priceCents.mixer ?? 0),
    `A customer sent a price along, and paid ${inDollars(charged)} for a mixer.`,
  );
});
