import { type CheckContext, checksFor, demand, setCookies } from '@cookie-lessons/check-kit';

import { type Answer, copyOf, drawCustomers, edits, logIn, logOut, said, who } from './a-customer';

const { check } = checksFor('sessions/logout-that-works');

check('copies-are-worthless', async (context) => {
  const { app, browser, clock, explain } = context;
  const [ada = ''] = drawCustomers(context, 1);
  const laptop = browser();
  await logIn(laptop, ada);
  // The same session at several moments: its contents change with every page, and so may its cookie.
  const copies = [copyOf(laptop)];
  await laptop.get('/');
  await laptop.get('/');
  copies.push(copyOf(laptop));
  await clock.advance({ minutes: 1 });
  explainLogout(context);

  await logOut(laptop, '/logout');
  await demandNobody(laptop, 'The browser that logged out');
  const alive = async (): Promise<readonly boolean[]> => Promise.all(copies.map(async (copy) => (await who(app, copy)) !== null));
  const after = await alive();
  explain('one-copy-only', () => after[0] === true && after.at(-1) === false);
  const isNoted = laptop.cookies().some(({ value }) => value.length > 10);
  explain('note-in-the-cookie', () => isNoted && after.every((works) => works));
  explain('forgotten-by-the-browser-only', () => after.every((works) => works));
  demand(
    after.every((works) => !works),
    `A copy of the cookie, made before POST /logout, should be worthless. With it, GET / still says that ${ada} is logged in.`,
  );

  await clock.advance({ minutes: 1 });
  await logIn(laptop, ada);
  explain('alive-after-login', () => true);
  demand(
    (await alive()).every((works) => !works),
    `After POST /logout the old copy was worthless. Once ${ada} has logged in again, it works again.`,
  );
});

check('only-this-session', async (context) => {
  const { app, browser, clock, explain } = context;
  const [ada = '', bela = ''] = drawCustomers(context, 2);
  const [laptop, phone, other] = [browser(), browser(), browser()];
  await logIn(laptop, ada);
  await logIn(phone, ada);
  await logIn(other, bela);
  const stillHere = await who(laptop);
  explain('one-session-each', () => stillHere === null);
  demand(stillHere === ada, `${ada} logged in on the phone, and now the laptop is told ${said(stillHere)}.`);
  await clock.advance({ minutes: 1 });
  explainLogout(context);
  await logOut(laptop, '/logout');
  await demandNobody(laptop, 'The browser that logged out');
  const [onPhone, onOther] = [await who(phone), await who(other)];
  explain('logs-out-everybody', () => onOther === null);
  explain('logs-out-every-device', () => onPhone === null);
  demand(onOther === bela, `${ada} logged out, and now ${bela}'s browser is told ${said(onOther)}.`);
  demand(onPhone === ada, `${ada} logged out on the laptop, and now ${ada}'s phone is told ${said(onPhone)}.`);
  for (const path of ['/logout', '/logout-everywhere']) {
    const { status } = await app.post(path);
    demand(status < 500, `POST ${path} by somebody who isn't logged in broke with status ${status}.`);
  }
  demand((await who(other)) === bela, `Somebody who isn't logged in sent a logout, and now ${bela} is logged out.`);
});

check('everywhere', async (context) => {
  const { app, browser, clock, explain } = context;
  const [ada = '', bela = ''] = drawCustomers(context, 2);
  const [laptop, phone, tablet, other] = [browser(), browser(), browser(), browser()];
  for (const device of [laptop, phone, tablet]) await logIn(device, ada);
  await logIn(other, bela);
  const stillHere = await who(laptop);
  explain('one-session-each', () => stillHere === null);
  demand(stillHere === ada, `${ada} logged in on other devices, and now the laptop is told ${said(stillHere)}.`);
  const copies = [laptop, phone, tablet].map(copyOf);
  await clock.advance({ minutes: 1 });
  explainLogout(context);
  await logOut(laptop, '/logout-everywhere');
  await demandNobody(laptop, 'The browser that sent POST /logout-everywhere');
  const onOther = await who(other);
  explain('logs-out-everybody', () => onOther === null);
  demand(onOther === bela, `${ada} logged out everywhere, and now ${bela}'s browser is told ${said(onOther)}.`);
  const after = [await who(app, copies[0]), await who(phone), await who(app, copies[2])];
  const isNoted = laptop.cookies().some(({ value }) => value.length > 10);
  explain('everywhere-is-here', () => after[0] === null && after.some((customer) => customer !== null));
  explain('note-in-the-cookie', () => isNoted && after[0] === ada);
  explain('forgotten-by-the-browser-only', () => after[0] === ada);
  demand(
    after.every((customer) => customer === null),
    `After POST /logout-everywhere on the laptop, ${after[0] === ada ? "a copy of the laptop's cookie" : 'another device'} is still logged in as ${ada}.`,
  );
  await clock.advance({ minutes: 1 });
  await logIn(phone, ada);
  explain('alive-after-login', () => true);
  for (const copy of copies)
    demand((await who(app, copy)) === null, `Once ${ada} has logged in again, a copy from before works again.`);
});

check('only-by-post', async (context) => {
  const { browser, explain } = context;
  const [ada = ''] = drawCustomers(context, 1);
  const laptop = browser();
  await logIn(laptop, ada);
  let stays: string | null = ada;
  explain('logout-by-get', () => stays === null);
  for (const path of ['/logout', '/logout-everywhere']) {
    await laptop.get(path);
    stays = await who(laptop);
    demand(stays === ada, `${ada} opened ${path}, as any link or image could make a browser do, and is logged out.`);
  }
  const another = browser();
  await logIn(another, ada);
  await logOut(another, '/logout');
  explainLogout(context);
  await demandNobody(another, 'The browser that sent POST /logout');
});

check('clean-jar', async (context) => {
  const { browser, explain } = context;
  const [ada = ''] = drawCustomers(context, 1);
  const laptop = browser();
  await logIn(laptop, ada);
  const before = laptop.cookies();
  const answer = await logOut(laptop, '/logout');
  const cleared = (answer.headers.get('clear-site-data') ?? []).some((value) => /"(cookies|\*)"/.test(value));
  const left = before.find(({ name, path, value }) =>
    laptop.cookies().some((now) => now.name === name && now.path === path && now.value === value),
  );
  explain('script-deletes-it', () => byScript(answer));
  explain('other-path', () => setCookies(answer).some(({ name, value }) => name === left?.name && value === ''));
  explain('cookie-left-behind', () => true);
  demand(
    cleared || left === undefined,
    `After POST /logout the browser still holds the cookie "${left?.name}" that it was logged in with.`,
  );
});

check('edited-cookies', async (context) => {
  const { app, browser, explain } = context;
  const [ada = '', mallory = ''] = drawCustomers(context, 2);
  const [victim, attacker] = [browser(), browser()];
  await logIn(victim, ada);
  await logIn(attacker, mallory);
  const seen = await who(attacker);
  demand(seen === mallory, `${mallory} is logged in, but GET / says ${said(seen)}.`);
  let taken: string | null = null;
  explain('cookie-says-who', () => taken === ada);
  for (const cookie of edits(attacker, mallory, ada)) {
    taken = await who(app, cookie);
    demand(taken !== ada, `${mallory} edited a cookie, and the shop takes ${mallory} for ${ada}.`);
  }
  explainLogout(context);
  await logOut(victim, '/logout');
  await demandNobody(victim, 'The browser that logged out');
});

async function demandNobody(device: Parameters<typeof who>[0], whose: string): Promise<void> {
  const seen = await who(device);
  demand(seen === null, `${whose} should be logged out, but GET / says ${said(seen)}.`);
}

/** What the browser that logs out is told: a probe of its own, run only after a failure. */
function explainLogout({ browser, explain }: CheckContext): void {
  const afterwards = async (): Promise<{ answer: Answer; seen: string | null }> => {
    const device = browser();
    await logIn(device, 'Zoe');
    const answer = await device.post('/logout', { follow: false });
    return { answer, seen: await who(device) };
  };
  explain('script-deletes-it', async () => {
    const { answer, seen } = await afterwards();
    return seen !== null && byScript(answer);
  });
  explain('other-path', async () => {
    const { answer, seen } = await afterwards();
    return seen !== null && setCookies(answer).some(({ value }) => value === '');
  });
}

function byScript(answer: Answer): boolean {
  return /document\.cookie|sessionStorage|localStorage|cookieStore/.test(answer.text);
}
