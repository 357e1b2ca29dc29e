import { type CheckContext, type CheckOptions, checksFor, demand } from '@cookie-lessons/check-kit';

import { forgedCookie, logIn, who } from './a-customer';
import { gitIgnores } from './git-ignores';
import { burntKey, findWay, inProduction, refusalAfterwards, refusalOn, startAgain, type Way } from './the-machine';
import { traceOf } from './traces-of-a-key';
import { addressesIn, asSent, keyIn } from './what-gets-out';

const { check } = checksFor('secret-keys/secret-in-the-repo');

/** A check whose server is started with a drawn key, and a shop's name. */
function checkStarted(id: string, fn: (context: CheckContext, key: string, name: string) => Promise<void>): void {
  // The program is loaded when it is first asked for, and by then the environment stands here.
  const options: { env: Record<string, string> } & CheckOptions = { env: {}, timeoutMs: 20_000 };
  check(
    id,
    async (context) => {
      const { draw } = context;
      const key = draw.hex('key', 32);
      const name = `${draw.name('owner')}s ${draw.word('kind of shop')}`;
      Object.assign(options.env, inProduction, { SHOP_NAME: name, SESSION_KEY: key });
      await fn(context, key, name);
    },
    options,
  );
}

checkStarted('own-key', async (context, key) => {
  const { browser, draw, explain } = context;
  const way = await findWay(context, key);
  const [device, customer] = [browser(), draw.name('customer')];
  await logIn(device, customer);
  await startAgain(context, way, key);
  const afterwards = await who(device);
  explain('another-key-each-time', () => afterwards === null);
  demand(
    afterwards === customer,
    `${customer} logged in, and the server was restarted with the same key: ${customer} should still be logged in.`,
  );
  await startAgain(context, way, draw.hex('another key', 32));
  const withAnother = await who(device);
  explain('key-in-the-code', () => withAnother === customer);
  demand(
    withAnother === null,
    `The server was restarted with another key, and still takes the old cookie for ${customer}'s: it doesn't sign with the key it was given.`,
  );
  await logIn(device, customer);
});

checkStarted('no-key', async (context, key) => {
  const { browser, draw, explain } = context;
  const way = await findWay(context, key);
  await logIn(browser(), draw.name('customer'));
  const empty = { ...inProduction, ...way.env('') };
  const nothing: Readonly<Record<string, string>> = {};
  for (const [env, machine] of [
    [empty, `in production with an empty key ${way.called}`],
    [nothing, 'on a machine that sets no variable at all'],
  ] as const) {
    const reason = await (env === empty ? refusalAfterwards(context, way, env) : refusalOn(context, env));
    explain('asks-the-wrong-way', async () => env === nothing && (await refusalOn(context, inProduction)) !== null);
    explain('draws-one-in-production', async () => reason === null && !(await staysLoggedIn(context, env)));
    explain('default-in-the-code', () => reason === null);
    demand(reason !== null, `Your server was started ${machine}. It should have refused, but it runs.`);
  }
});

checkStarted('burnt-key', async (context, key) => {
  const { browser, draw, explain, files } = context;
  const way = await findWay(context, key);
  await logIn(browser(), draw.name('customer'));
  const reason = await refusalAfterwards(context, way, { ...inProduction, ...way.env(burntKey) });
  explain('history-rewritten', () => traceOf(burntKey, files.get('history.txt') ?? '') === null);
  explain('moved-not-changed', () => reason === null);
  demand(
    reason !== null,
    `Your server was started with the key of history.txt ${way.called}. It should have refused, but it runs.`,
  );
});

checkStarted('old-sessions', async (context, key) => {
  const { browser, draw, explain } = context;
  await findWay(context, key);
  const customer = draw.name('customer');
  await logIn(browser(), customer);
  const stranger = browser();
  stranger.edit('customer', forgedCookie(customer, burntKey));
  const seen = await who(stranger);
  explain('still-accepted', () => seen === customer);
  demand(seen === null, `Somebody signed "${customer}" with the key of history.txt, and your server takes them for ${customer}.`);
});

checkStarted('no-file', async (context, key) => {
  const { browser, draw, explain, files } = context;
  await findWay(context, key);
  await logIn(browser(), draw.name('customer'));
  for (const [path, text] of files) {
    const how = path === 'history.txt' ? null : traceOf(burntKey, text);
    explain('env-committed', () => how !== null && path === 'dot-env');
    explain('disguised', () => how !== null && how !== 'as it is');
    explain('example-with-a-value', () => how !== null && path === 'dot-env.example');
    demand(how === null, `${path} holds the burnt key, or a part of it, ${how}.`);
  }
});

checkStarted('what-git-sees', async (context, key) => {
  const { browser, draw, explain, files } = context;
  const way = await findWay(context, key);
  await logIn(browser(), draw.name('customer'));
  const isThere = (files.get('dot-env') ?? '').trim() !== '';
  explain('env-committed', () => isThere);
  demand(!isThere, 'dot-env is still in the repository. Delete it there.');
  const patterns = files.get('dot-gitignore') ?? '';
  explain('not-ignored', () => !gitIgnores(patterns, '.env'));
  demand(gitIgnores(patterns, '.env'), 'With this dot-gitignore, git takes in a file called .env.');
  demand(
    !gitIgnores(patterns, '.env.example'),
    'With this dot-gitignore, git ignores .env.example as well: nobody gets to know which settings there are.',
  );
  await demandHarmlessExample(context, way);
});

checkStarted('what-is-sent', async (context, key, name) => {
  const { app, browser, draw, explain } = context;
  await findWay(context, key, { SHOP_NAME: name });
  const device = browser();
  const before = asSent(await device.get('/'));
  await logIn(device, draw.name('customer'));
  const page = await device.get('/');
  const script = await app.get('/client.js');
  demand(
    script.status < 300 && script.text.includes(name),
    `SHOP_NAME was set to "${name}", and /client.js should know it. It answered ${script.status}, without that name.`,
  );
  const sent = new Map([
    ['GET /', before],
    ['GET / (logged in)', asSent(page)],
    ['GET /client.js', asSent(script)],
  ]);
  for (const path of [...addressesIn(page.text), '/no-such-page']) sent.set(`GET ${path}`, asSent(await device.get(path)));
  for (const [request, text] of sent) {
    const found = keyIn(text, key);
    explain('sent-to-the-browser', () => found !== null);
    demand(found === null, `The answer to ${request} holds ${found}.`);
  }
});

checkStarted('what-is-printed', async (context, key) => {
  const { browser, draw, explain, output } = context;
  const way = await findWay(context, key);
  await logIn(browser(), draw.name('customer'));
  const stranger = browser();
  stranger.edit('customer', forgedCookie(draw.name('stranger'), draw.hex("stranger's key", 32)));
  await who(stranger);
  await stranger.post('/login', { form: { customer: '' } });
  const found = keyIn(await output(), key);
  explain('printed', () => found !== null);
  demand(found === null, `What your server printed while it started and served customers holds ${found}.`);
  // What a server throws when it refuses to start is printed by Node.
  const refusal = await refusalAfterwards(context, way, { ...inProduction, ...way.env(burntKey) });
  const told = keyIn(`${refusal ?? ''}\n${refusal === null ? '' : await output().catch(() => '')}`, key);
  explain('printed', () => told !== null);
  demand(told === null, `What your server says when it refuses to start holds ${told}.`);
});

/** Which settings a file of them sets, and to what: `NAME=value` a line, quotes and comments as Node's --env-file takes them. */
function settingsIn(text: string): Map<string, string> {
  const lines = text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]{0,60})[ \t]*=[ \t]*(.*)$/gm);
  return new Map(
    [...lines].map(
      ([, name = '', value = '']) => [name, /^(["'`])(.*?)\1/.exec(value)?.[2] ?? value.replace(/#.*$/, '').trim()] as const,
    ),
  );
}

/** Whoever copies the example as it is has a server that doesn't start. */
async function demandHarmlessExample(context: CheckContext, way: Way): Promise<void> {
  const { explain, files } = context;
  const example = files.get('dot-env.example');
  demand(example !== undefined, 'dot-env.example is gone: nobody gets to know which settings there are.');
  demand(
    new RegExp(`\\b${way.variable}\\b`).test(example),
    `Your server takes its key ${way.called}, and dot-env.example doesn't name ${way.variable}.`,
  );
  const reason = await refusalAfterwards(context, way, { ...inProduction, ...Object.fromEntries(settingsIn(example)) });
  explain('draws-one-in-production', async () => !(await staysLoggedIn(context, inProduction)));
  explain('default-in-the-code', async () => (await refusalOn(context, inProduction)) === null);
  explain('example-with-a-value', () => reason === null);
  demand(
    reason !== null,
    'dot-env.example was copied to .env as it is. The server should refuse to start with that, but it runs.',
  );
}

/** Does somebody who logs in on this machine survive a restart? */
async function staysLoggedIn(context: CheckContext, env: Readonly<Record<string, string>>): Promise<boolean> {
  const device = context.browser();
  await logIn(device, 'Ada');
  await context.restart({ env });
  return (await who(device)) === 'Ada';
}
