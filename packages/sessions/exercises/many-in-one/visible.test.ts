import { type Browser, checksFor, demand } from '@cookie-lessons/check-kit';

import { demandNoOldCookies, demandSame, demandTasted, drawFlavours, environment, explainLeft, explainSession, flavours, forget, inWords, look, oldCookies, oldVisitor, taste, withSomeKey } from './a-visitor'; // prettier-ignore
import { believesAnEdit, editedCookies } from './an-editor';
import { bringAlong } from './a-strange-cookie';
import type * as harness from './harness/app';

const { check } = checksFor('sessions/many-in-one');

check(
  'one-session',
  async (context) => {
    const { browser, explain } = context;
    const ada = browser();
    explainSession(context);
    explain('five-rows-again', () => oldCookies(ada).length > 0);
    let tasted: readonly string[] = [];
    let first: readonly string[] = [];
    for (const flavour of drawFlavours(context, 'flavours', 7)) {
      await taste(ada, flavour);
      demandNoOldCookies(ada, `After tasting ${flavour}`);
      tasted = [flavour, ...tasted];
      await demandTasted(ada, tasted.slice(0, 5), `After tasting ${tasted.length}, the last one ${flavour}`);
      if (tasted.length === 1) first = namesIn(ada);
    }
    const added = namesIn(ada).filter((name) => !first.includes(name));
    explain('five-rows-again', () => added.length > 0);
    demand(added.length === 0, `With one flavour the browser held ${first.join(' and ')}, with seven it also holds ${added.join(' and ')}.`); // prettier-ignore
    await demandTasted(browser(), [], 'For another visitor who has tasted nothing');
  },
  withSomeKey,
);

check(
  'nobody-edits',
  async (context) => {
    const { app, browser, explain } = context;
    const [tasted = '', wish = ''] = drawFlavours(context, 'flavours', 2);
    const ada = browser();
    explainSession(context);
    await taste(ada, tasted);
    await demandTasted(ada, [tasted], `After tasting ${tasted}`);
    let isBelieved = false;
    explain('five-rows-again', () => isBelieved && oldCookies(ada).length > 0);
    explain('one-cookie-is-no-session', () => isBelieved);
    for (const cookie of editedCookies(ada, tasted, wish)) {
      const { status, text } = await app.get('/', { headers: { cookie } });
      demand(status < 500, `A visitor edited a cookie, and GET / broke with status ${status}.`);
      isBelieved = text.includes(`Tasted last: ${wish}`);
      demand(!isBelieved, `A visitor who had tasted ${tasted} wrote ${wish} into a cookie, and GET / says ${inWords([wish])}.`);
    }
  },
  withSomeKey,
);

// Some 95 requests: only so can a cookie that grows be told from one that holds a few flavours more than five.
check(
  'stays-small',
  async (context) => {
    const { browser, draw, explain } = context;
    const ada = browser();
    explainSession(context);
    const lastFive = drawFlavours(context, 'last five', 5);
    const octets: number[] = [];
    for (const round of [1, 2, 3]) {
      const others = Array.from({ length: round === 1 ? 0 : 40 }, (_, at) => draw.pick(`${round} ${at}`, flavours));
      for (const flavour of [...others, ...lastFive]) await taste(ada, flavour);
      octets.push(ada.cookies().reduce((sum, { name, value }) => sum + name.length + value.length, 0));
    }
    await demandTasted(ada, lastFive.toReversed(), 'After tasting 95 flavours');
    demandNoOldCookies(ada, 'After tasting 95 flavours');
    const [five = 0, then = 0, now = 0] = octets;
    explain('grows-without-limit', () => now > then);
    demand(now <= then + 48, `With the same five on the page, the browser's cookies had ${five} octets after 5 flavours, ${then} after 50 and ${now} after 95. Above 4,096 octets a cookie is dropped.`); // prettier-ignore
  },
  withSomeKey,
);

check('own-key', async (context) => {
  const { app, browser, draw, explain, functions, reload } = context;
  const [one = '', two = ''] = drawFlavours(context, 'flavours', 2);
  const ada = browser();
  await reload({ env: environment(draw.hex('key', 32)) });
  explainSession(context);
  await taste(ada, one);
  await demandTasted(ada, [one], `After tasting ${one}`);

  await reload({ env: environment(draw.hex('another key', 32)) });
  const seen = await look(ada, 'With another SECRET_KEY and a cookie from before');
  explain('five-rows-again', () => seen.length > 0 && oldCookies(ada).length > 0);
  explain('one-cookie-is-no-session', () => believesAnEdit(app, editedCookies(ada, one, two), two));
  explain('key-in-the-code', () => seen.length > 0);
  demand(seen.length === 0, `The program got another SECRET_KEY, and still believes a cookie from before: GET / says ${inWords(seen)}.`); // prettier-ignore
  await taste(ada, two);
  await demandTasted(ada, [two], `With another SECRET_KEY and an old cookie in the browser, after tasting ${two}`);

  await reload({ env: {} });
  if ((await functions<typeof harness>().refusal()) !== null) return;
  const newcomer = browser();
  await newcomer.post('/taste', { form: { flavour: one }, follow: false });
  const { status, text } = await newcomer.get('/');
  const isRemembered = status < 400 && text.includes(`Tasted last: ${one}`);
  explain('memory-of-the-server', () => isRemembered && newcomer.cookies().length === 0);
  explain('starts-without-a-key', () => isRemembered);
  demand(!isRemembered, `There is no SECRET_KEY, and the program has a session all the same: GET / says ${inWords([one])}.`);
});

check(
  'carries-over',
  async (context) => {
    const { browser, draw, explain } = context;
    explainSession(context);
    for (const count of [5, draw.integer('count', 1, 4)]) {
      const tasted = drawFlavours(context, `of ${count}`, count);
      const ada = oldVisitor({ browser }, tasted);
      const seen = await look(ada, 'For an old visitor');
      explain('starts-anew', () => seen.length === 0);
      demandSame(seen, tasted, `For an old visitor with ${count} flavours`);
      for (const name of oldCookies(ada)) ada.edit(name, undefined);
      const later = await look(ada, 'For an old visitor, later');
      explain('shown-not-saved', () => later.length === 0);
      demandSame(later, tasted, 'For an old visitor on the next page, without the old cookies');
    }
  },
  withSomeKey,
);

check(
  'none-left',
  async (context) => {
    const { browser, explain } = context;
    const tasted = drawFlavours(context, 'flavours', 5);
    const ada = oldVisitor({ browser }, tasted);
    const seen = await look(ada, 'For an old visitor');
    explainLeft(context, ada);
    demandNoOldCookies(ada, 'After the first page of an old visitor');
    explain('starts-anew', () => seen.length === 0);
    explain('shown-not-saved', () => seen.length > 0);
    await demandTasted(ada, tasted, 'For an old visitor on the next page');
  },
  withSomeKey,
);

check(
  'only-our-flavours',
  async (context) => {
    const { draw } = context;
    const foreign = [
      draw.word('foreign', 9),
      'constructor',
      '__proto__',
      '',
      '%E0%A4%A',
      draw.word('long', 760),
      'j:["molasses"]',
    ];
    for (const [round, text] of foreign.entries()) await bringAlong(context, text, round);
  },
  withSomeKey,
);

check(
  'any-request-first',
  async (context) => {
    const { browser, explain } = context;
    const [flavour = '', ...tasted] = drawFlavours(context, 'flavours', 6);
    const ada = oldVisitor({ browser }, tasted);
    explainSession(context);
    await taste(ada, flavour);
    explainLeft(context, ada);
    const seen = await look(ada, 'For an old visitor who tastes something first');
    explain('only-on-the-front-page', () => seen.join() === flavour || oldCookies(ada).length > 0);
    demandSame(seen, [flavour, ...tasted].slice(0, 5), `For an old visitor whose first request was to taste ${flavour}`);
    demandNoOldCookies(ada, 'After that');

    const bela = oldVisitor({ browser }, tasted);
    await forget(bela);
    const left = await look(bela, 'For an old visitor who forgets first');
    explain('only-on-the-front-page', () => left.length > 0);
    demandSame(left, [], 'For an old visitor whose first request was to forget');
    demandNoOldCookies(bela, 'After that');
  },
  withSomeKey,
);

check(
  'session-first',
  async (context) => {
    const { browser, explain } = context;
    const [one = '', two = '', other = '', ...written] = drawFlavours(context, 'flavours', 7);
    explainSession(context);
    for (const visitor of [browser(), oldVisitor({ browser }, [other])]) {
      await look(visitor);
      for (const flavour of [one, two]) await taste(visitor, flavour);
      const before = await look(visitor);
      demand(before.slice(0, 2).join() === [two, one].join(), `After tasting ${one} and ${two}, GET / says ${inWords(before)}.`);
      written.forEach((flavour, at) => visitor.edit(`flavor_${at}`, encodeURIComponent(flavour)));
      const after = await look(visitor);
      explain('prefers-the-editable', () => after.some((flavour) => written.includes(flavour)));
      await demandTasted(
        visitor,
        before,
        `After writing ${written.join(', ')} into new cookies flavor_0 to flavor_3, with a session`,
      );
    }
  },
  withSomeKey,
);

function namesIn(visitor: Browser): readonly string[] {
  return visitor.cookies().map(({ name }) => `"${name}"`);
}
