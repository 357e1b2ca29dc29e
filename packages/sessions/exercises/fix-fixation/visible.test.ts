import { type CheckContext, checksFor, demand, setCookies } from '@cookie-lessons/check-kit';

import { attackOne, drawCustomers, explainRefusal, look, plantInto, send } from './in-the-shop';

const { check } = checksFor('sessions/fix-fixation');

// A box for each shop: on a busy machine that takes its time.
const attack = { env: { PART: 'attack' }, timeoutMs: 15_000 };
const app = { env: { PART: 'app' } };

check(
  'plants-an-id',
  async (context) => {
    for (const otherFirst of context.draw.shuffle('order', [true, false])) {
      const { answer, truth } = await attackOne(context, 'keeps', `other first: ${otherFirst}`, otherFirst);
      demand(
        truth !== null,
        'The victim logged in, and the planted cookies belong to no session of this shop: there is nothing to collect.',
      );
      demand(answer === truth, `collect should return the victim's address "${truth}", but it returned ${shown(answer)}.`);
    }
  },
  attack,
);

check(
  'knows-when-it-failed',
  async (context) => {
    for (const [round, kind] of context.draw.shuffle('kinds', ['keeps', 'renews', 'keeps-both'] as const).entries()) {
      const { answer, truth } = await attackOne(context, kind, `round ${round}`, round % 2 === 0);
      demand(kind === 'renews' || truth !== null, 'The planted cookies belong to no session of this shop.');
      demand(
        answer === truth,
        truth === null
          ? `This shop renewed the id: collect should return null, but it returned ${shown(answer)}.`
          : `This shop was fooled: collect should return "${truth}", but it returned ${shown(answer)}.`,
      );
    }
  },
  attack,
);

check(
  'planted-id',
  async (context) => {
    explainRefusal(context);
    const { browser, draw, explain, files } = context;
    const [ada, bela] = drawCustomers(context);
    const [mallory, victim, other] = [browser(), browser(), browser()];
    await send(other, '/cart', { article: draw.word('of the other') });
    await send(other, '/login', { customer: bela });
    await send(mallory, '/cart', { article: draw.word('article') });
    plantInto(victim, mallory);
    const before = victim.cookieHeader('/');

    const answer = await victim.post('/login', { form: { customer: ada }, follow: false });
    demand(answer.status < 400, `${ada} has a cookie and logs in, and the shop answers ${answer.status}.`);
    const served = await look(victim);
    explain('written-too-early', () => served.customer === null);
    demand(
      served.customer === ada,
      `${ada} has logged in, and GET / should say so. It says "Logged in" of ${served.customer ?? 'nobody'}.`,
    );

    const thief = await look(mallory);
    const isSame = victim.cookieHeader('/') === before;
    explain('tied-to-the-browser', async () => {
      const disguise = { 'user-agent': 'Another/1.0', 'x-forwarded-for': '203.0.113.7' };
      return thief.customer !== null && (await look(mallory, { headers: disguise })).customer === null;
    });
    explain('not-awaited', () => isSame && loginPart(files.get('app.ts')).includes('.regenerate('));
    explain('sent-again', () => isSame && setCookies(answer).some(({ name, value }) => before.includes(`${name}=${value}`)));
    explain('same-id', () => isSame && thief.customer !== null);
    explain('two-ids-one-session', () => !isSame && thief.customer !== null);
    demand(
      thief.customer === null,
      `Mallory planted a cookie, ${ada} logged in, and Mallory's copy is logged in as ${thief.customer}.`,
    );
    const stays = await look(other);
    explain('ends-them-all', () => stays.customer === null);
    demand(stays.customer === bela, `${ada} logged in, and now ${bela}, in another browser, is logged out.`);
  },
  app,
);

check(
  'cart-survives',
  async (context) => {
    explainRefusal(context);
    const { browser, draw, explain } = context;
    const [ada] = drawCustomers(context);
    const pin = await drawPin(context);
    const articles = [draw.word('first'), draw.word('second')];
    const laptop = browser();
    for (const article of articles) await send(laptop, '/cart', { article });
    const moments = [
      ['POST /login', () => send(laptop, '/login', { customer: ada })],
      ['POST /clerk', () => send(laptop, '/clerk', { pin })],
    ] as const;
    for (const [moment, happens] of moments) {
      const before = laptop.cookies().map(({ name, value }) => `${name}=${value}`);
      await happens();
      const { cart, customer } = await look(laptop);
      const isNew = laptop.cookies().some(({ name, value }) => !before.includes(`${name}=${value}`));
      explain('written-too-early', () => customer === null);
      explain('loses-the-cart', () => customer !== null && cart.length === 0);
      explain('only-at-login', () => moment === 'POST /clerk' && !isNew);
      explain('same-id', () => !isNew);
      demand(customer === ada, `After ${moment} GET / should say "Logged in: ${ada}".`);
      demand(
        cart.join() === articles.join(),
        `After ${moment} the cart should still be ${articles.join(', ')}. It is ${cart.join(', ') || 'empty'}.`,
      );
      demand(isNew, `After ${moment} the browser should have a new session cookie, but all its cookies are as before.`);
    }
  },
  app,
);

check(
  'becomes-a-clerk',
  async (context) => {
    explainRefusal(context);
    const { browser, draw, explain } = context;
    const [ada, bela] = drawCustomers(context);
    const pin = await drawPin(context);
    const [laptop, stranger] = [browser(), browser()];
    await send(stranger, '/cart', { article: draw.word('article') });
    await send(laptop, '/login', { customer: ada });
    const copy = laptop.cookieHeader('/');
    for (const [device, tried, why] of [
      [laptop, '0000', 'with a wrong PIN'],
      [stranger, pin, 'by somebody who is not logged in'],
    ] as const) {
      const { status } = await device.post('/clerk', { form: { pin: tried }, follow: false });
      demand(status >= 400 && status < 500, `POST /clerk ${why} should be refused with 4xx, but it answered ${status}.`);
      demand(!(await look(device)).isClerk, `POST /clerk ${why} made a clerk.`);
    }
    await send(laptop, '/clerk', { pin });
    const served = await look(laptop);
    explain('written-too-early', () => !served.isClerk);
    demand(served.isClerk, `${ada} knows the PIN, and GET / should say "Clerk: yes".`);
    demand(served.customer === ada, `${ada} became a clerk, and should still be logged in.`);
    const thief = await look(context.app, { cookie: copy });
    const isRenewedAtLogin = await probeLogin();
    explain('only-at-login', () => thief.isClerk && isRenewedAtLogin);
    explain('same-id', () => thief.isClerk && laptop.cookieHeader('/') === copy);
    explain('two-ids-one-session', () => thief.isClerk);
    demand(!thief.isClerk, `A copy of ${ada}'s cookie from before POST /clerk is a clerk now.`);

    async function probeLogin(): Promise<boolean> {
      const device = browser();
      await send(device, '/cart', { article: 'tin' });
      const before = device.cookieHeader('/');
      await send(device, '/login', { customer: bela });
      return device.cookieHeader('/') !== before;
    }
  },
  app,
);

check(
  'second-login',
  async (context) => {
    explainRefusal(context);
    const { browser, explain } = context;
    const [ada, bela, mara] = drawCustomers(context);
    const pin = await drawPin(context);
    const [mallory, victim] = [browser(), browser()];
    await send(mallory, '/login', { customer: mara });
    await send(mallory, '/clerk', { pin });
    plantInto(victim, mallory);
    const before = victim.cookieHeader('/');
    await send(victim, '/login', { customer: ada });
    const served = await look(victim);
    explain('written-too-early', () => served.customer === null);
    demand(
      served.customer === ada,
      `${ada} logged in, and GET / should say so. It says "Logged in" of ${served.customer ?? 'nobody'}.`,
    );
    const thief = await look(mallory);
    const isSame = victim.cookieHeader('/') === before;
    explain('only-for-strangers', async () => {
      const device = browser();
      await send(device, '/cart', { article: 'tin' });
      const empty = device.cookieHeader('/');
      await send(device, '/login', { customer: bela });
      return thief.customer === ada && device.cookieHeader('/') !== empty && isSame;
    });
    explain('same-id', () => isSame);
    explain('two-ids-one-session', () => thief.customer === ada);
    demand(
      thief.customer !== ada,
      `${mara} planted a session of their own, ${ada} logged in, and ${mara}'s cookie is ${ada}'s now.`,
    );
    explain('role-comes-along', () => served.isClerk);
    demand(!served.isClerk, `${ada} logged in where a clerk was logged in before, and is a clerk now, without knowing the PIN.`);
  },
  app,
);

/** Starts the shop with a PIN of its own. */
async function drawPin({ draw, reload }: CheckContext): Promise<string> {
  const pin = String(draw.integer('pin', 1000, 9999));
  await reload({ env: { ...app.env, CLERK_PIN: pin } });
  return pin;
}

/** What the login does, as far as its lines tell. */
function loginPart(source = ''): string {
  const from = source.search(/post\(\s*['"`]\/login['"`]/);
  return from < 0 ? '' : (source.slice(from).split(/post\(\s*['"`]\/clerk['"`]/)[0] ?? '');
}

function shown(answer: unknown): string {
  return typeof answer === 'string' ? `"${answer.slice(0, 80)}"` : String(answer);
}
