import { checksFor, demand, setCookies } from '@cookie-lessons/check-kit';

import { demandSeen, drawNames, environment, explainSetUp, flavours, linesOf, look, send, withSomeKey } from './a-visitor';
import type * as harness from './harness/app';

const { check } = checksFor('sessions/first-session');

check(
  'remembers-the-name',
  async (context) => {
    const { browser } = context;
    const [name = '', other = ''] = drawNames(context, 2);
    const [ada, stranger] = [browser(), browser()];
    explainSetUp(context);
    await send(ada, { name });
    await demandSeen(ada, { name, box: [] }, `After POST /name with name=${name}`);
    await demandSeen(ada, { name, box: [] }, `One page after the one that greeted ${name}`);
    const seen = await look(stranger);
    demand(seen.name === null, `${name} gave a name, and now the page greets another visitor as ${seen.name}.`);
    await send(ada, { name: other });
    await demandSeen(ada, { name: other, box: [] }, `After a second POST /name, with name=${other}`);
  },
  withSomeKey,
);

check(
  'fills-the-box',
  async (context) => {
    const { browser, draw, explain } = context;
    const ada = browser();
    explainSetUp(context);
    const box: string[] = [];
    for (const flavour of draw.shuffle('flavours', flavours).slice(0, 3)) {
      await send(ada, { flavour });
      const before = [...box];
      box.push(flavour);
      const seen = await look(ada);
      explain('change-inside-a-value', () => before.length > 0 && seen.box.join() === before.join());
      explain('only-the-last-one', () => before.length > 0 && seen.box.join() === flavour);
      await demandSeen(ada, { name: null, box }, `After ${box.length} × POST /box, the last with flavour=${flavour}`);
    }
  },
  withSomeKey,
);

check(
  'forgets-the-name',
  async (context) => {
    const { browser, draw, explain } = context;
    const [name = ''] = drawNames(context, 1);
    const box = [draw.pick('flavour', flavours)];
    const ada = browser();
    explainSetUp(context);
    await send(ada, { name });
    await send(ada, { flavour: box[0] ?? '' });
    await demandSeen(ada, { name, box }, 'After a name and a cookie');
    const held = ada.cookies().map((cookie) => cookie.name);
    const answer = await send(ada, 'forget-name');
    const seen = await look(ada);
    explain('a-value-is-no-cookie', () => setCookies(answer).some((line) => line.value === '' && !held.includes(line.name)));
    explain('forgot-more', () => seen.box.length === 0);
    await demandSeen(ada, { name: null, box }, 'After POST /forget-name');
  },
  withSomeKey,
);

check(
  'forgets-everything',
  async (context) => {
    const { browser, draw, explain, files } = context;
    const [name = '', other = ''] = drawNames(context, 2);
    const [mine = '', theirs = ''] = draw.shuffle('flavours', flavours);
    const [ada, bela] = [browser(), browser()];
    explainSetUp(context);
    for (const [visitor, itsName, flavour] of [
      [ada, name, mine],
      [bela, other, theirs],
    ] as const) {
      await send(visitor, { name: itsName });
      await send(visitor, { flavour });
      await demandSeen(visitor, { name: itsName, box: [flavour] }, 'After a name and a cookie');
    }
    const answer = await send(ada, 'forget-all');
    const seen = await look(ada);
    const empties = (line: string): boolean => /^\s*(\w+ )?\w*session = (\{\}|null)/i.test(line);
    const replaces = (line: string): boolean => /\breq\b.*\bsession\s*=\s*(\{\}|null|undefined)/.test(line);
    explain('another-packages-way', () => linesOf(files).some(replaces) && seen.name === name);
    explain('only-a-variable', () => linesOf(files).some(empties) && seen.name === name);
    explain('deleted-another-cookie', () => setCookies(answer).some(({ value }) => value === '') && seen.name === name);
    await demandSeen(ada, { name: null, box: [] }, 'After POST /forget-all');
    await demandSeen(bela, { name: other, box: [theirs] }, "After another visitor's POST /forget-all");
    await send(ada, { name: other });
    await demandSeen(ada, { name: other, box: [] }, 'After POST /forget-all and a new name');
  },
  withSomeKey,
);

check(
  'one-session',
  async (context) => {
    const { browser, draw, explain } = context;
    const [name = ''] = drawNames(context, 1);
    const ada = browser();
    explainSetUp(context);
    await send(ada, { name });
    await look(ada);
    const before = ada.cookies().map((cookie) => cookie.name);
    demand(before.length > 0, 'After POST /name the browser should hold the cookie of a session, but it holds none.');
    for (const flavour of draw.shuffle('flavours', flavours).slice(0, 4)) await send(ada, { flavour });
    const { name: greeted } = await look(ada);
    demand(greeted === name, `After POST /name and four cookies for the box, GET / should still greet ${name}.`);
    const after = ada.cookies().map((cookie) => cookie.name);
    const added = after.filter((cookie) => !before.includes(cookie));
    explain('cookie-beside-the-session', () => added.length > 0);
    demand(added.length === 0, `With a name to remember, the browser held ${listed(before)}. With four cookies in the box it also holds ${listed(added)}.`); // prettier-ignore
  },
  withSomeKey,
);

check('own-key', async (context) => {
  const { browser, draw, explain, functions, reload } = context;
  const [name = '', other = ''] = drawNames(context, 2);
  const ada = browser();
  await reload({ env: environment(draw.hex('key', 32)) });
  explainSetUp(context);
  await send(ada, { name });
  await demandSeen(ada, { name, box: [] }, `After POST /name with name=${name}`);
  const readable = ada.cookies().some(({ value }) => value.includes(name));

  await reload({ env: environment(draw.hex('another key', 32)) });
  const { name: greeted } = await look(ada);
  explain('cookie-beside-the-session', () => greeted === name && readable);
  explain('key-in-the-code', () => greeted === name);
  demand(
    greeted === null,
    `The program got another SECRET_KEY, and it still believes a cookie from before: it greets ${greeted}.`,
  );
  await send(ada, { name: other });
  await demandSeen(ada, { name: other, box: [] }, 'With another SECRET_KEY, an old cookie in the browser, and a new name');

  await reload({ env: {} });
  if ((await functions<typeof harness>().refusal()) !== null) return;
  const newcomer = browser();
  await newcomer.post('/name', { form: { name }, follow: false });
  const { status, text } = await newcomer.get('/');
  const isRemembered = status < 400 && text.includes(name);
  explain('memory-of-the-server', () => isRemembered && newcomer.cookies().length === 0);
  explain('starts-without-a-key', () => isRemembered);
  demand(!isRemembered, `There is no SECRET_KEY, and the program has a session all the same: it greets ${name}.`);
});

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' and ');
}
