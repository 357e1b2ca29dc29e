import { type CheckOptions, checksFor, demand } from '@cookie-lessons/check-kit';

import { logIn } from './a-customer';
import { burntKey, findWay, inProduction } from './the-machine';
import { traceOf } from './traces-of-a-key';
import { asSent, keyIn } from './what-gets-out';

const { check } = checksFor('secret-keys/secret-in-the-repo');

/** Where servers are known to have shown their settings, and where they break. */
const addresses =
  '/settings /settings.json /settings.js /config /config.json /env /.env /dot-env /debug /status /health /healthz /info /version /metrics /api/settings /api/config /client.ts /client.js.map /settings.ts /server.ts /public/settings.js /history.txt /%'.split(
    ' ',
  );

for (const [id, fn] of [
  ['every-address', lookEverywhere],
  ['every-disguise', lookDeeper],
] as const) {
  // The program is loaded when it is first asked for, and by then the environment stands here.
  const options: { env: Record<string, string> } & CheckOptions = { env: {}, timeoutMs: 20_000 };
  check(
    id,
    async (context) => {
      const key = context.draw.hex('key', 32);
      // Express tells more about an error where it isn't in production.
      Object.assign(options.env, id === 'every-address' ? { NODE_ENV: 'staging' } : inProduction, { SESSION_KEY: key });
      await findWay(context, key);
      await logIn(context.browser(), context.draw.name('customer'));
      await fn(context, key);
    },
    options,
  );
}

type Context = Parameters<Parameters<typeof check>[1]>[0];

async function lookEverywhere({ app, explain, output }: Context, key: string): Promise<void> {
  const asked: [string, Awaited<ReturnType<typeof app.get>>][] = [];
  for (const path of addresses) asked.push([`GET ${path}`, await app.get(path)]);
  for (const body of ['{', 'customer=%', `customer=${'x'.repeat(200_000)}`]) {
    const headers = { 'content-type': body === '{' ? 'application/json' : 'application/x-www-form-urlencoded' };
    asked.push(['POST /login with a body that makes no sense', await app.post('/login', { body, headers })]);
  }
  asked.push([
    'GET / with a cookie that makes no sense',
    await app.get('/', { cookies: { customer: 's%3Aj%3A%7B%7D.%E0%A4%A' } }),
  ]);
  for (const [request, answer] of asked) {
    const found = keyIn(asSent(answer), key);
    explain('sent-to-the-browser', () => found !== null);
    demand(found === null, `The answer to ${request} holds ${found}.`);
  }
  const printed = keyIn(await output(), key);
  explain('printed', () => printed !== null);
  demand(printed === null, `What your server printed while it was asked for all sorts of addresses holds ${printed}.`);
}

async function lookDeeper({ explain, files }: Context): Promise<void> {
  for (const [path, text] of files) {
    const how = path === 'history.txt' ? null : traceOf(burntKey, text, { deep: true });
    explain('disguised', () => how !== null);
    demand(how === null, `${path} holds the burnt key, or a part of it, ${how}.`);
  }
}
