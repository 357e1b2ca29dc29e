import { checksFor, demand, plainText } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { changedCookies, drawCustomers, firstTaken, isSigned, logIn, movedCookies, nameShown, renamedCookies, unsignedCookies, visitorWith } from './a-visitor'; // prettier-ignore
import type * as harness from './harness/app';

const { check } = checksFor('sessions/signed-store');

// The key is drawn where it matters: each load costs time.
const withKey = { env: { STORE_KEY: 'a-key-for-checks-5c1f20b9' } };

check(
  'unsigned',
  async (context) => {
    const { explain, browser } = context;
    const [name, other] = drawCustomers(context);
    const honest = await logIn(context, name);
    let forged: Awaited<ReturnType<typeof firstTaken>> = null;
    explain('falls-back-to-plain', () => forged !== null && isSigned(honest));
    explain('reads-the-unsigned', () => forged !== null);
    const stranger = browser();
    const first = await nameShown(stranger);
    demand(first === 'nobody', `A visitor without cookies should see "Customer: nobody", but sees "Customer: ${first}".`);
    forged = await firstTaken(context, unsignedCookies(honest, name, other));
    demand(
      forged === null,
      `A stranger wrote ${shown(forged?.cookies)} into their Cookie header, and the store took them for ${forged?.as}.`,
    );
    const { status } = await stranger.post('/login', { form: { name, password: 'guessed' }, follow: false });
    demand(
      status >= 400 && status < 500,
      `A login as ${name} with a wrong password should be refused with 4xx; it was ${status}.`,
    );
    const after = await nameShown(stranger);
    explain('signs-what-it-is-told', () => after === name);
    demand(
      after === 'nobody',
      `A stranger was refused as ${name} for a wrong password, and GET / now says "Customer: ${after}" to them.`,
    );
  },
  withKey,
);

check(
  'changed',
  async (context) => {
    const { explain } = context;
    const [name, other] = drawCustomers(context);
    const honest = await logIn(context, name);
    explain('reads-the-unsigned', async () => (await firstTaken(context, renamedCookies(honest, name, other)))?.as === other);
    const forged = await firstTaken(context, [...renamedCookies(honest, name, other), ...changedCookies(honest)]);
    explain('lets-false-in', () => forged !== null && isSigned(honest));
    explain('reads-the-unsigned', () => forged !== null);
    demand(
      forged === null,
      `"${name}" changed their cookie to ${shown(forged?.cookies)}, and the store took them for ${forged?.as}.`,
    );
    const still = await nameShown(honest);
    demand(still === name, `"${name}", whose cookie is as it was, should still be "${name}", but is "${still}".`);
  },
  withKey,
);

check(
  'moved',
  async (context) => {
    const { explain } = context;
    const [name, victim] = drawCustomers(context);
    const honest = await logIn(context, name);
    const renamed = await firstTaken(context, renamedCookies(honest, name, victim));
    explain('reads-the-unsigned', () => renamed?.as === victim);
    demand(
      renamed?.as !== victim,
      `There is nothing to move: "${name}" wrote ${shown(renamed?.cookies)}, and the store took them for ${renamed?.as}.`,
    );
    const moved = await firstTaken(context, await movedCookies(context, { honest, from: name, to: victim }));
    explain('moved-between-names', () => moved !== null);
    demand(
      moved === null,
      `A visitor chose a greeting, moved its cookie to ${shown(moved?.cookies)}, and the store took them for ${moved?.as}.`,
    );
  },
  withKey,
);

check(
  'greetings',
  async (context) => {
    const { browser, draw, explain } = context;
    const [mine, theirs] = [browser(), browser()];
    const texts = [draw.word('greeting'), `j:[${draw.integer('in a list', 100, 999)},${draw.integer('too', 100, 999)}]`, 'j:{}'];
    let isBroken = false;
    explain('object-from-a-stranger', () => isBroken);
    for (const text of texts) {
      await mine.post('/greeting', { form: { text } });
      const page = await mine.get('/');
      isBroken = text.startsWith('j:');
      const said = plainText(page.text);
      demand(
        page.status < 300 && said.includes(`Greeting: ${text}`),
        `POST /greeting was sent the text ${text}. GET / should say "Greeting: ${text}", but it answered ${page.status}: "${said.slice(0, 120)}".`,
      );
    }
    expect(await theirs.get('/')).toShowText('Greeting: none');
    const names = new Set([...mine.cookies().map(({ name }) => name), 'customer', 'greeting']);
    for (const text of ['j:{"toString":1}', 'j:[[]]', 'j:null', 'j:0', 's:j:{}.x', 's:', '%', '%E0%A4%A']) {
      const value = text.startsWith('%') ? text : encodeURIComponent(text);
      const stranger = visitorWith(context, Object.fromEntries([...names].map((name) => [name, value])));
      for (const [request, answer] of [
        ['GET /', await stranger.get('/')],
        ['GET /orders', await stranger.get('/orders')],
        ['POST /orders', await stranger.post('/orders', { form: { article: 'tin' } })],
      ] as const) {
        demand(answer.status < 500, `With ${text} in the cookies, ${request} broke with status ${answer.status}.`);
      }
    }
  },
  withKey,
);

check(
  'other-key',
  async (context) => {
    const { draw, explain, reload } = context;
    const [name, other] = drawCustomers(context);
    const honest = await logIn(context, name);
    const old = Object.fromEntries(honest.cookies().map((cookie) => [cookie.name, cookie.value]));
    await reload({ env: { STORE_KEY: draw.hex('another key', 24) } });
    const taken = await firstTaken(context, [old]);
    explain('reads-the-unsigned', async () => (await firstTaken(context, renamedCookies(honest, name, other)))?.as === other);
    explain('lets-false-in', () => taken !== null && taken.as !== name && isSigned(honest));
    explain('key-in-the-code', () => taken?.as === name);
    demand(taken === null, `The store got another STORE_KEY, and still took the old cookie for one of ${taken?.as}.`);
    await logIn(context, name);
  },
  withKey,
);

check(
  'no-key',
  async (context) => {
    const { explain, functions, reload } = context;
    const [name] = drawCustomers(context);
    await logIn(context, name);
    for (const env of [{}, { STORE_KEY: '' }] as readonly Record<string, string>[]) {
      await reload({ env });
      const refusal = await functions<typeof harness>().refusal();
      explain('starts-without-a-key', () => refusal === null);
      demand(refusal !== null, `The store started with ${'STORE_KEY' in env ? 'an empty STORE_KEY' : 'no STORE_KEY at all'}.`);
    }
  },
  withKey,
);

function shown(cookies: Readonly<Record<string, string>> = {}): string {
  return Object.entries(cookies).map(([name, value]) => `${name}=${value.slice(0, 60)}`).join('; '); // prettier-ignore
}
