import { checksFor, demand } from '@cookie-lessons/check-kit';

import {
  explainRefusal,
  inDollars,
  mixtures,
  openStore,
  pay,
  payHonestly,
  putIntoCart,
  readBill,
  redeem,
  withCookies,
} from './a-customer';

const { check } = checksFor('sessions/fix-the-credit');

check('spent-is-spent', async (context) => {
  const { browser, draw, explain } = context;
  explainRefusal(context);
  const [voucher, other, second] = await openStore(context, [[600, 1200], [1300, 1900], [200, 500]]); // prettier-ignore
  if (!voucher || !other || !second) return;
  const [ada, bela] = [browser(), browser()];
  await redeem(bela, other);
  await redeem(ada, voucher);
  const { creditCents } = await readBill(ada);
  explain('one-for-all', () => creditCents === voucher.cents + other.cents);
  demand(
    creditCents === voucher.cents,
    `After a voucher of ${inDollars(voucher.cents)}, GET /bill should say so of the credit. It says ${inDollars(creditCents)}.`,
  );
  const moments = [ada.cookies()];
  await redeem(ada, second);
  moments.push(ada.cookies());
  const cents = await putIntoCart(ada, [['mixer', draw.integer('mixers', 1, 3)]]);
  await payHonestly(ada, { cents, creditCents: voucher.cents + second.cents });
  let again = 0;
  explain('old-credit-comes-back', () => again > 0);
  for (const cookies of moments.flatMap((old) => mixtures(old, ada.cookies()))) {
    const replayer = withCookies(browser(), cookies);
    again = (await readBill(replayer)).creditCents;
    if ((await replayer.post('/cart', { form: { sku: 'apron', quantity: '1' } })).status < 400)
      again = Math.max(again, (await pay(replayer))?.usedCents ?? 0);
    demand(
      again <= 0,
      `Vouchers of ${inDollars(voucher.cents)} and ${inDollars(second.cents)} were redeemed one after the other, and spent together. With cookies from before, ${inDollars(again)} are there again.`,
    );
  }
  demand((await readBill(bela)).creditCents === other.cents, "Another customer's credit should be what it was.");
});

check('cheaper-cart', async (context) => {
  const { browser, draw, explain } = context;
  explainRefusal(context);
  await openStore(context, []);
  const small = [['tin', draw.integer('tins', 1, 2)]] as const;
  const large = [['mixer', draw.integer('mixers', 1, 3)], ['apron', draw.integer('aprons', 1, 3)]] as const; // prettier-ignore
  const honest = browser();
  const cents = (await putIntoCart(honest, small)) + (await putIntoCart(honest, large));
  const { totalCents } = await readBill(honest);
  demand(totalCents === cents, `GET /bill should say ${inDollars(cents)}, but says ${inDollars(totalCents)}.`);
  await payHonestly(honest, { cents, creditCents: 0 });

  let cheap = false;
  explain('old-total-comes-back', () => cheap);
  for (let which = 0; which < 6; which++) {
    const ada = browser();
    await putIntoCart(ada, small);
    const old = ada.cookies();
    await putIntoCart(ada, large);
    const mixture = mixtures(old, ada.cookies())[which];
    if (!mixture) break;
    const receipt = await pay(withCookies(ada, mixture));
    cheap = receipt !== null && receipt.usedCents + receipt.paidCents < receipt.costCents;
    demand(
      !cheap,
      `With a cookie from when the cart was smaller, articles for ${inDollars(receipt?.costCents ?? 0)} were paid with ${inDollars(receipt?.paidCents ?? 0)}.`,
    );
  }
});

check(
  'nobody-can-guess',
  async (context) => {
    const { browser, explain } = context;
    explainRefusal(context);
    // An earlier run of the store, at the same time and with the same Math.random: what does it tell about the next one?
    const [forScout] = await openStore(context, [[100, 400]]);
    if (!forScout) return;
    const scouts = [browser(), browser(), browser()];
    for (const scout of scouts) await putIntoCart(scout, [['tin', 1]]);
    await redeem(scouts[0] ?? browser(), forScout);
    const known = scouts.map((scout) => scout.cookies());

    const [voucher] = await openStore(context, [[600, 1900]], 'second ');
    if (!voucher) return;
    const [victim, mallory] = [browser(), browser()];
    await redeem(victim, voucher);
    const cents = await putIntoCart(victim, [
      ['tin', 1],
      ['mixer', 2],
    ]);
    await putIntoCart(mallory, [['cutter', 1]]);
    const cookiesOf = (device: typeof victim): string => device.cookies().map(({ name, value }) => `${name}=${value}`).sort().join('; '); // prettier-ignore
    explain('can-be-computed', () => cookiesOf(victim) === cookiesOf(mallory));
    demand(
      cookiesOf(victim) !== cookiesOf(mallory),
      'With the clock and Math.random standing still, two customers get the very same cookies: whoever knows those knows them.',
    );
    const bill = await readBill(victim);
    demand(
      bill.creditCents === voucher.cents,
      `GET /bill should say ${inDollars(voucher.cents)} of credit, but says ${inDollars(bill.creditCents)}.`,
    );
    const counted = mallory
      .cookies()
      .flatMap(({ name, value }) =>
        beside(value).map((number) =>
          mallory.cookies().map((cookie) => (cookie.name === name ? { name, value: number } : cookie)),
        ),
      );
    let hit: 'counted-ids' | 'can-be-computed' | null = null;
    explain('counted-ids', () => hit === 'counted-ids');
    explain('can-be-computed', () => hit === 'can-be-computed');
    for (const [how, tries] of [
      ['counted-ids', counted],
      ['can-be-computed', known],
    ] as const) {
      // prettier-ignore
      for (const cookies of tries) {
        const guesser = withCookies(browser(), cookies);
        const seen = await readBill(guesser);
        const receipt = await pay(guesser);
        if (seen.creditCents === voucher.cents || seen.totalCents === cents || receipt?.costCents === cents) hit = how;
        demand(
          hit === null,
          how === 'counted-ids'
            ? "Mallory counted on from the number in the own cookie, and has another customer's cart or credit."
            : "Mallory knew cookies from another run of the store at the same time, and with one of them has another customer's cart or credit.",
        );
      }
    }
    await payHonestly(victim, { cents, creditCents: voucher.cents });
  },
  { pinnedRandom: 0.2718, nowMs: Date.UTC(2026, 3, 1, 9) },
);

check('adopts-no-id', async (context) => {
  const { browser, draw, explain } = context;
  explainRefusal(context);
  const vouchers = await openStore(context, [[600, 900], [1000, 1900], [2000, 2900]]); // prettier-ignore
  const scout = browser();
  await putIntoCart(scout, [['tin', 1]]);
  const names = scout.cookies().map(({ name }) => name);
  let common = false;
  explain('adopts', () => common);
  const invented = [draw.hex('id', 16), String(draw.integer('number', 5000, 9999)), '__proto__'];
  for (const [index, value] of invented.entries()) {
    const voucher = vouchers[index];
    if (!voucher) return;
    const cookies = names.map((name) => ({ name, value }));
    const [planter, victim, late] = [cookies, cookies, cookies].map((jar) => withCookies(browser(), jar));
    if (!planter || !victim || !late) return;
    await planter.post('/cart', { form: { sku: 'cutter', quantity: '1' } });
    await redeem(victim, voucher);
    const cents = await putIntoCart(victim, [['apron', 1]]);
    const bill = await readBill(victim);
    const [planted, asInvented] = [await readBill(planter), await readBill(late)];
    const receipt = await pay(victim);
    common =
      bill.totalCents !== cents ||
      planted.creditCents > 0 ||
      asInvented.creditCents > 0 ||
      (receipt !== null && receipt.costCents !== cents);
    demand(!common, `Visitors came with the cookie "${value}", which the store never issued, and they share a cart or credit.`);
    demand(
      receipt !== null && bill.creditCents === voucher.cents,
      'A visitor with an unknown cookie should be served like any new customer, with a cart and credit of their own.',
    );
  }
});

check('credit-counts-right', async (context) => {
  const { browser, explain } = context;
  explainRefusal(context);
  const [small, large] = await openStore(context, [[300, 900], [3000, 9000]]); // prettier-ignore
  if (!small || !large) return;
  const [ada, bela] = [browser(), browser()];
  await redeem(ada, small);
  const first = await putIntoCart(ada, [['tin', 2]]);
  await payHonestly(ada, { cents: first, creditCents: small.cents });
  const { creditCents } = await readBill(ada);
  explain('below-zero', () => creditCents < 0);
  demand(creditCents === 0, `All credit was used. GET /bill should say $0.00, but says ${inDollars(creditCents)}.`);
  demand((await pay(ada)) === null, 'An empty cart was paid.');

  await redeem(ada, large);
  const second = await putIntoCart(ada, [['tin', 1]]);
  explain('credit-is-gone', async () => (await readBill(ada)).creditCents === 0);
  await payHonestly(ada, { cents: second, creditCents: large.cents });
  const left = (await readBill(ada)).creditCents;
  demand(
    left === large.cents - second,
    `Of ${inDollars(large.cents)} of credit, ${inDollars(second)} were used. GET /bill should say ${inDollars(large.cents - second)}, but says ${inDollars(left)}.`,
  );

  let answered = 0;
  explain('voucher-again', () => answered > 0 && answered < 400);
  for (const [customer, code, why] of [
    [ada, large.code, 'by the same customer, who has used it'],
    [bela, small.code, 'by a second customer, after the first has used it'],
    [bela, 'constructor', 'that does not exist'],
  ] as const) {
    answered = (await customer.post('/redeem', { form: { voucher: code }, follow: false })).status;
    demand(
      answered >= 400 && answered < 500,
      `A voucher was redeemed ${why}, and the store answered ${answered} instead of 4xx.`,
    );
  }
  demand((await readBill(bela)).creditCents === 0, 'A refused voucher should give no credit.');
});

/** The numbers next to those in a cookie, as somebody would try them. */
function beside(value: string): readonly string[] {
  const [, before = '', digits = '', after = ''] = /^([^0-9]*)([0-9]{1,9})([^0-9]*)$/.exec(value) ?? [];
  return digits === ''
    ? []
    : [-3, -2, -1, 1].map((step) => `${before}${String(Number(digits) + step).padStart(digits.length, '0')}${after}`);
}
