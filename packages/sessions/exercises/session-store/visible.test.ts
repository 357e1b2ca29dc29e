import { checksFor, demand, setCookies } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { bitsOf, copyOf, countEntries, does, issued, read } from './a-browser';

const { check } = checksFor('sessions/session-store');

const minuteMs = 60_000;

check('keeps-values', async ({ browser, draw, explain }) => {
  const [ada, bela] = [browser(), browser()];
  const [name, value] = [draw.word('name'), { place: draw.word('place'), floors: [draw.integer('floor', 1, 9)] }];
  await does(ada, 'set', name, value);
  expect(await read(ada, name)).toEqual(value);
  const others = await read(bela, name);
  explain('one-for-all', () => others !== null);
  demand(others === null, `One browser set "${name}", and another one gets it, too.`);
  await does(bela, 'set', name, 2);
  expect(await read(ada, name)).toEqual(value);
  explain('an-object-has-properties', () => true);
  for (const odd of ['constructor', '__proto__', 'toString']) {
    const before = await read(ada, odd);
    demand(before === null, `Nobody has set "${odd}", so get should give undefined.`);
    await does(ada, 'set', odd, 'seven');
    const after = await read(ada, odd);
    demand(after === 'seven', `After set("${odd}", "seven"), get should give "seven".`);
  }
  await does(ada, 'delete', name);
  expect(await read(ada, name)).toBe(null);
});

check('begins-late', async (context) => {
  const { browser, draw, explain } = context;
  const [robot, ada] = [browser(), browser()];
  const name = draw.word('name');
  let seen = 0;
  explain('begins-for-everybody', () => seen > 0);
  const quiet = [await robot.get('/untouched'), await does(robot, 'get', name), await does(robot, 'delete', name)];
  quiet.push(await does(robot, 'renew'), await does(robot, 'end'));
  seen = quiet.filter((answer) => setCookies(answer).some(({ value }) => value !== '')).length;
  demand(seen === 0, 'Somebody who has set nothing should get no cookie, but gets one.');
  seen = await countEntries(context);
  demand(seen === 0, `Nobody has set anything, and ${seen} entries stand in the store.`);

  const first = await does(ada, 'set', name, 1);
  const cookies = setCookies(first);
  demand(cookies.length === 1, `The first set should send one Set-Cookie, but it sent ${cookies.length}.`);
  expect(ada).toHoldCookie(cookies[0]?.name ?? '', { httpOnly: true, sameSite: ['lax', 'strict'], path: '/' });
  expect(await countEntries(context)).toBe(1);
  explain('cookie-with-every-answer', () => true);
  for (const answer of [await does(ada, 'get', name), await does(ada, 'set', name, 2), await ada.get('/untouched')])
    demand(setCookies(answer).length === 0, 'The session goes on as before, and the answer sends a Set-Cookie nevertheless.');
});

// Eighty requests, some 40 ms: fewer ids would say too little about their length.
check(
  'nobody-can-guess',
  async ({ app, draw, explain, reload }) => {
    const name = draw.word('name');
    const begin = async (count: number): Promise<string[]> => {
      const ids: string[] = [];
      for (let made = 0; made < count; made++) ids.push(issued(await app.post('/set', { json: { name, value: 1 } })));
      return ids;
    };
    const first = await begin(40);
    demand(!first.includes(''), 'Whoever sets a first value should get a cookie.');
    explain('can-be-computed', () => new Set(first).size < first.length);
    demand(new Set(first).size === first.length, `Of 40 sessions, ${40 - new Set(first).size} got an id that another one has.`);
    await reload();
    const second = await begin(40);
    const repeated = second.filter((id) => first.includes(id)).length;
    explain('can-be-computed', () => repeated > 0);
    demand(repeated === 0, `Started again with the same clock and Math.random, ${repeated} of 40 ids were the same as before.`);
    const bits = Math.min(bitsOf(first), bitsOf(second));
    explain('short-id', () => bits < 120);
    demand(bits >= 120, `Ids should hold 128 random bits. What differs between these holds ${Math.round(bits)} at most.`);
  },
  { pinnedRandom: 0.4142, nowMs: Date.UTC(2026, 2, 3, 9) },
);

check('adopts-no-id', async ({ app, browser, draw, explain }) => {
  const [ada, over] = [browser(), browser()];
  const name = draw.word('name');
  await does(ada, 'set', name, 'hers');
  const cookieName = ada.cookies()[0]?.name ?? 'none';
  await does(over, 'set', name, 'old');
  const ended = over.value(cookieName) ?? '';
  await does(over, 'end');
  expect(await read(ada, name)).toBe('hers');
  let adopted = false;
  explain('adopts', () => adopted);
  for (const id of [draw.hex('made up', 16), ended, '__proto__', 'constructor', 'size', '%E0%A4%A', '']) {
    const planter = { app, cookie: `${cookieName}=${id}` };
    const answer = await does(planter, 'set', name, 'planted');
    const given = setCookies(answer).find((cookie) => cookie.name === cookieName)?.value;
    adopted = given === undefined || given === id || (await read(planter, name)) !== null;
    demand(!adopted, `A browser came with the id "${id}", which isn't one of yours, and its session began under that id.`);
  }
});

check(
  'idle-limit',
  async ({ app, browser, clock, draw, explain, reload }) => {
    const minutes = draw.integer('minutes', 10, 40);
    await reload({ env: { IDLE_MS: String(minutes * minuteMs), ABSOLUTE_MS: String(50 * 60 * minuteMs) } });
    const [ada, idler] = [browser(), browser()];
    const name = draw.word('name');
    await does(ada, 'set', name, 1);
    await does(idler, 'set', name, 1);
    const copy = copyOf(idler, app);
    const used = copyOf(ada, app);
    for (let times = 0; times < 3; times++) {
      await clock.advance({ minutes: minutes - 1 });
      const seen = await read(used, name);
      explain('idle-from-the-beginning', () => seen === null && times > 0);
      demand(
        seen === 1,
        `With an idle limit of ${minutes} minutes, a session used every ${minutes - 1} minutes should go on. After ${(times + 1) * (minutes - 1)} it is over.`,
      );
    }
    const inBrowser = await read(idler, name);
    const late = await read(copy, name);
    explain('limit-in-the-cookie', () => inBrowser === null && late !== null);
    demand(
      late === null,
      `Nobody used the session for ${3 * (minutes - 1)} minutes; the limit is ${minutes}. A copy of its cookie still opens it.`,
    );
    await clock.advance({ minutes: minutes + 1 });
    demand(
      (await read(used, name)) === null,
      `Nobody used the session for ${minutes + 1} minutes; the limit is ${minutes}. It still goes on.`,
    );
  },
  { nowMs: Date.UTC(2026, 2, 3, 9) },
);

check(
  'absolute-limit',
  async ({ app, browser, clock, draw, explain, reload }) => {
    const hours = draw.integer('hours', 2, 4);
    await reload({ env: { IDLE_MS: String(30 * minuteMs), ABSOLUTE_MS: String(hours * 60 * minuteMs) } });
    const [busy, renewing] = [browser(), browser()];
    const name = draw.word('name');
    for (const one of [busy, renewing]) await does(one, 'set', name, 1);
    for (let past = 20; past < hours * 60; past += 20) {
      await clock.advance({ minutes: 20 });
      const seen = await read(copyOf(busy, app), name);
      demand(
        seen === 1,
        `The limits are 30 minutes and ${hours} hours. A session used every 20 minutes is over after ${past} minutes.`,
      );
      // A new value is no new beginning either.
      await does(busy, 'set', name, 1);
      if (past === 60) await does(renewing, 'renew');
      demand((await read(copyOf(renewing, app), name)) === 1, `A session used every 20 minutes is over after ${past} minutes.`);
    }
    const [copyOfBusy, copyOfRenewing] = [copyOf(busy, app), copyOf(renewing, app)];
    await clock.advance({ minutes: 21 });
    const late = await read(copyOfBusy, name);
    explain('limit-in-the-cookie', async () => late !== null && (await read(busy, name)) === null);
    explain('no-absolute-limit', () => late !== null);
    demand(late === null, `${hours} hours after its beginning a session should be over, however busy it is. It goes on.`);
    explain('renewed-for-more-time', () => true);
    demand((await read(copyOfRenewing, name)) === null, `A session that got a new id on its way goes on after ${hours} hours.`);
  },
  { nowMs: Date.UTC(2026, 2, 3, 9) },
);

check('ends', async (context) => {
  const { app, browser, draw, explain } = context;
  const [ada, bela] = [browser(), browser()];
  const name = draw.word('name');
  await does(ada, 'set', name, 1);
  await does(bela, 'set', name, 2);
  const copy = copyOf(ada, app);
  const entries = await countEntries(context);
  await does(ada, 'end');
  const left = await countEntries(context);
  const late = await read(copy, name);
  explain('forgotten-by-the-browser-only', () => late !== null && ada.cookies().length === 0);
  demand(late === null, 'After end, a copy of the cookie should be worthless. It still opens the session.');
  demand(ada.cookies().length === 0, `After end, the browser should hold no cookie. It holds "${ada.cookies()[0]?.name}".`);
  demand(left === entries - 1, `There were ${entries} entries in the store. After one end there are ${left}.`);
  expect(await read(bela, name)).toBe(2);
});

check('renews', async (context) => {
  const { app, browser, draw, explain } = context;
  const ada = browser();
  const name = draw.word('name');
  await does(ada, 'set', name, 'hers');
  const copy = copyOf(ada, app);
  const before = ada.cookieHeader('/');
  const entries = await countEntries(context);
  await does(ada, 'renew');
  const left = await countEntries(context);
  demand(ada.cookieHeader('/') !== before, 'After renew, the browser should have another id. It has the one from before.');
  expect(await read(ada, name)).toBe('hers');
  const late = await read(copy, name);
  explain('two-ids-one-session', () => late !== null);
  demand(late === null, 'After renew, the old id should be worthless. It still opens the session.');
  demand(left === entries, `There were ${entries} entries in the store. After a new id for one of them there are ${left}.`);
});
