import { checksFor, demand } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { changedCookies, drawCustomers, logIn, movedCookies, renamedCookies, unsignedCookies, visitorWith } from './a-visitor'; // prettier-ignore

const { check } = checksFor('sessions/signed-store');

check(
  'own-book',
  async (context) => {
    const { draw } = context;
    const [name, other] = drawCustomers(context);
    const mine = await logIn(context, name);
    const theirs = await logIn(context, other);
    const [first, second, third] = [draw.word('first', 7), draw.word('second', 8), draw.word('third', 9)];
    for (const [customer, article] of [
      [mine, first],
      [theirs, second],
      [mine, third],
    ] as const) {
      // prettier-ignore
      expect(await customer.post('/orders', { form: { article }, follow: false })).toHaveStatus(['2xx', '3xx']);
    }
    const forged = draw.word('forged', 10);
    for (const cookies of [
      ...unsignedCookies(mine, name, other),
      ...renamedCookies(theirs, other, name),
      ...changedCookies(mine),
      ...(await movedCookies(context, { honest: theirs, from: other, to: name })),
      {},
    ]) {
      const answer = await visitorWith(context, cookies).post('/orders', { form: { article: forged }, follow: false });
      demand(answer.status >= 400 && answer.status < 500, `An order of a stranger with forged cookies should be refused with 4xx, but it was ${answer.status}.`); // prettier-ignore
    }
    const [myBook, theirBook] = [await mine.get('/orders'), await theirs.get('/orders')];
    for (const article of [first, third]) expect(myBook).toShowText(article);
    expect(theirBook).toShowText(second);
    for (const article of [second, forged]) expect(myBook).not.toShowText(article);
    for (const article of [first, third, forged]) expect(theirBook).not.toShowText(article);
  },
  { env: { STORE_KEY: 'a-key-for-checks-e0a9d37c' } },
);
