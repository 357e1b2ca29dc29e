import { checksFor, demand } from '@cookie-lessons/check-kit';

import {
  edits,
  explainRefusal,
  inDollars,
  openStore,
  pay,
  payHonestly,
  putIntoCart,
  readBill,
  redeem,
  withCookies,
} from './a-customer';

const { check } = checksFor('sessions/fix-the-credit');

check('edited-cookies', async (context) => {
  const { browser, explain } = context;
  explainRefusal(context);
  const [large, small] = await openStore(context, [[3000, 4900], [510, 990]]); // prettier-ignore
  if (!large || !small) return;
  const honest = browser();
  await redeem(honest, large);
  const cents = await putIntoCart(honest, [['tin', 1]]);
  await payHonestly(honest, { cents, creditCents: large.cents });

  const mallory = browser();
  await redeem(mallory, small);
  await putIntoCart(mallory, [['mixer', 1]]);
  const [cookies, bill] = [mallory.cookies(), await readBill(mallory)];
  let richer = false;
  explain('believes-the-cookie', () => richer);
  const invented = [['credit', '1000000'], ['total', '1'], ['creditCents', '1000000']] as const; // prettier-ignore
  const jars = [
    ...cookies.flatMap(({ name, value }) =>
      edits(value, bill).map((edited) => cookies.map((cookie) => (cookie.name === name ? { name, value: edited } : cookie))),
    ),
    ...invented
      .filter(([name]) => !cookies.some((cookie) => cookie.name === name))
      .map(([name, value]) => [...cookies, { name, value }]),
  ];
  for (const jar of jars) {
    const editor = withCookies(browser(), jar);
    const seen = await readBill(editor);
    richer = seen.creditCents > bill.creditCents || (seen.totalCents > 0 && seen.totalCents < bill.totalCents);
    demand(
      !richer,
      `A customer edited a cookie, and has a bill of ${inDollars(seen.totalCents)} and ${inDollars(seen.creditCents)} of credit.`,
    );
  }
  const receipt = await pay(withCookies(browser(), cookies));
  demand(
    receipt?.costCents === bill.totalCents,
    'After all those edited cookies, the customer with the right ones should be served.',
  );
});
