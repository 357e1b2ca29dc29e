// Somebody who wants to pay less: edited amounts, vouchers of their own. (Questions 1 and 2.)

import type { Browser, CheckContext } from '@cookie-lessons/check-kit';

import {
  costOf,
  deliveryCents,
  drawArticles,
  fillCart,
  inDollars,
  inWords,
  look,
  mustNotWork,
  mustWork,
  newBrowsers,
  order,
  send,
  voucherPercent,
} from './a-customer';
import { otherNumbers, unsigned, withoutSignature } from './edited-cookies';

// A customer for each edit: some 60 requests, 50 ms.
export async function editsAmounts(context: CheckContext): Promise<void> {
  const { draw } = context;
  const open = newBrowsers(context);
  const articles = drawArticles(context);
  const method = draw.pick('method', ['post', 'courier']);
  const delivery = deliveryCents.get(method) ?? 0;
  const fair = costOf(articles) + delivery;
  const cost = `${inWords(articles)} by ${method} cost ${inDollars(fair)}.`;
  const shopping = async (): Promise<Browser> => {
    const device = open();
    await fillCart(context, device, articles);
    await send(context, device, '/delivery', { method });
    const { totalCents } = await look(device);
    mustWork(context, totalCents === fair, `${cost} GET / says ${inDollars(totalCents)}.`);
    return device;
  };
  const ada = await shopping();
  const paid = await order(ada);
  mustWork(context, paid === fair, `${cost} POST /order took ${inDollars(paid)}.`);
  mustWork(context, (await look(ada)).cart.size === 0, 'After POST /order the cart should be empty, but it is not.');

  await movesValues(context, open());
  const amounts = [...new Set([delivery, fair, costOf(articles)])].flatMap((cents) => [String(cents), (cents / 100).toFixed(2)]);
  for (let index = 0; index < 12; index++) {
    const mallory = await shopping();
    const edit = otherNumbers(mallory.cookies(), amounts, ['-4000', '1'])[index];
    if (edit === undefined) return;
    mallory.edit(edit.name, edit.value);
    const { cart, totalCents } = await look(mallory);
    const allowed = [...deliveryCents.values()].map((cents) => costOf(cart) + cents);
    const took = await order(mallory);
    for (const [where, cents] of [
      ['GET / says', cart.size === 0 ? null : totalCents],
      ['POST /order takes', took],
    ] as const) {
      mustNotWork(
        context,
        cents !== null && !allowed.includes(cents),
        'believes-an-amount',
        `${cost} A customer edited the cookie "${edit.name}": ${edit.change}. Now ${where} ${inDollars(cents)}.`,
      );
    }
  }
}

// As above.
export async function writesVouchers(context: CheckContext): Promise<void> {
  const { draw } = context;
  const open = newBrowsers(context);
  const articles = drawArticles(context);
  const [code, percent] = draw.pick('voucher', [...voucherPercent]);
  const better = String(draw.integer('better', 60, 95));
  const reduced = (cents: number): number => Math.round((cents * (100 - percent)) / 100);
  const fair = reduced(costOf(articles));
  const cost = `${inWords(articles)} with ${percent} % off cost ${inDollars(fair)}.`;
  for (let index = 0; index < 16; index++) {
    const mallory = open();
    await fillCart(context, mallory, articles);
    await send(context, mallory, '/voucher', { code });
    const { totalCents } = await look(mallory);
    // Whoever rounds otherwise may be a cent off.
    mustWork(context, Math.abs((totalCents ?? -9) - fair) <= 1, `${cost} GET / says ${inDollars(totalCents)}.`);
    const cookies = mallory.cookies();
    const numbers = otherNumbers(cookies, [String(percent)], [better]);
    const edit = [...withoutSignature(cookies, numbers), ...numbers, ...unsigned(cookies, 'voucher', better)][index];
    if (edit === undefined) return;
    mallory.edit(edit.name, edit.value);
    const page = await look(mallory);
    const took = await order(mallory);
    for (const [where, cents] of [
      ['GET / says', page.totalCents],
      ['POST /order takes', took],
    ] as const) {
      mustNotWork(
        context,
        cents !== null && page.cart.size > 0 && cents < reduced(costOf(page.cart)) - 1,
        'unsigned-is-believed',
        `${cost} The customer edited the cookie "${edit.name}": ${edit.change}. Now ${where} ${inDollars(cents)}.`,
      );
    }
  }
}

/** What the store has written into one cookie, in the place of another: a signature needn't say for which it was made. */
async function movesValues(context: CheckContext, mallory: Browser): Promise<void> {
  const [code, percent] = context.draw.pick('moved voucher', [...voucherPercent]);
  await fillCart(context, mallory, drawArticles(context, 'moved'));
  await send(context, mallory, '/delivery', { method: 'courier' });
  await send(context, mallory, '/voucher', { code });
  const cookies = mallory.cookies();
  for (const to of cookies) {
    for (const from of cookies.filter(({ name }) => name !== to.name)) {
      mallory.edit(to.name, from.value);
      const { cart, totalCents } = await look(mallory);
      mallory.edit(to.name, to.value);
      const fair = [costOf(cart), Math.round((costOf(cart) * (100 - percent)) / 100)].flatMap((articles) =>
        [...deliveryCents.values()].map((cents) => articles + cents),
      );
      mustNotWork(
        context,
        totalCents !== null && cart.size > 0 && !fair.some((cents) => Math.abs(cents - totalCents) <= 1),
        'moved-to-another-cookie',
        `A customer put the value of their cookie "${from.name}" into "${to.name}", and ${inWords(cart)} cost ${inDollars(totalCents)}.`,
      );
    }
  }
}
