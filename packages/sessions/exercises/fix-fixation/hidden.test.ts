import { checksFor, demand } from '@cookie-lessons/check-kit';

import { attackOne, drawCustomers, explainRefusal, look, send } from './in-the-shop';

const { check } = checksFor('sessions/fix-fixation');

// Six shops in boxes of their own, some 60 ms: fewer could be guessed.
check(
  'any-shop',
  async (context) => {
    const { draw } = context;
    const kinds = draw.shuffle('kinds', [
      'keeps',
      'keeps-both',
      'renews',
      'renews',
      draw.pick('fifth', ['keeps', 'renews'] as const),
      draw.pick('sixth', ['keeps-both', 'renews'] as const),
    ] as const);
    for (const [round, kind] of kinds.entries()) {
      const { answer, truth } = await attackOne(
        context,
        kind,
        `round ${round}`,
        kind === 'keeps' || draw.boolean(`first ${round}`),
      );
      demand(kind === 'renews' || truth !== null, 'The planted cookies belong to no session of this shop.');
      demand(answer === truth, `collect should return ${truth === null ? 'null' : "the victim's address"} here, and it didn't.`);
    }
  },
  { env: { PART: 'attack' }, timeoutMs: 20_000 },
);

check(
  'at-that-moment',
  async (context) => {
    explainRefusal(context);
    const { app, browser, draw, explain } = context;
    const [ada] = drawCustomers(context);
    const laptop = browser();
    const article = draw.word('article');
    await send(laptop, '/cart', { article });
    const before = laptop.cookieHeader('/');
    const headers = { cookie: before };
    const others = [1, 2].map(() => app.get('/', { headers }));
    const answers = await Promise.all([
      laptop.post('/login', { form: { customer: ada }, follow: false }),
      ...others,
      app.get('/', { headers }),
    ]);
    for (const { status } of answers) demand(status < 500, `Several requests at once broke the shop: status ${status}.`);
    const { customer, cart } = await look(laptop);
    explain('written-too-early', () => customer === null);
    explain('loses-the-cart', () => customer !== null && cart.length === 0);
    demand(
      customer === ada && cart.join() === article,
      `${ada} logged in while other requests were under way, and should be logged in with the cart.`,
    );
    const thief = await look(app, { cookie: before });
    explain('same-id', () => laptop.cookieHeader('/') === before);
    explain('two-ids-one-session', () => thief.customer !== null);
    demand(
      thief.customer === null,
      `${ada} logged in while other requests were under way, and the cookie from before is logged in.`,
    );
  },
  { env: { PART: 'app' } },
);
