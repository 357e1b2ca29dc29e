// Customers and attackers of the shop in app.ts, and one round of attack.ts against a shop of ours.

import { type App, Browser, type CheckContext, demand, plainText } from '@cookie-lessons/check-kit';

/** What GET / says to somebody. */
export interface Seen {
  readonly customer: string | null;
  readonly cart: readonly string[];
  readonly isClerk: boolean;
}

/** Who `visitor` is to the shop: a browser, or the app with a Cookie header. A 4xx is nobody; a 5xx fails the check. */
export async function look(
  visitor: Browser | App,
  options: { cookie?: string; headers?: Record<string, string> } = {},
): Promise<Seen> {
  const headers = { ...options.headers, ...(options.cookie === undefined ? {} : { cookie: options.cookie }) };
  const { status, text } = await (visitor instanceof Browser ? visitor.get('/', { headers }) : visitor.get('/', { headers }));
  demand(status < 500, `GET / broke with status ${status}: "${plainText(text).slice(0, 200)}".`);
  if (status >= 400) return { customer: null, cart: [], isClerk: false };
  const said = plainText(text);
  const articles = /Cart: ((?:[a-z-]{1,20}, ){0,20}[a-z-]{1,20})/.exec(said)?.[1] ?? 'empty';
  return {
    customer: /Logged in: ([A-Za-z]{1,20})/.exec(said)?.[1] ?? null,
    cart: articles === 'empty' ? [] : articles.split(', '),
    isClerk: said.includes('Clerk: yes'),
  };
}

export async function send(device: Browser, path: '/cart' | '/login' | '/clerk', form: Record<string, string>): Promise<void> {
  const { status, text } = await device.post(path, { form });
  demand(
    status < 400,
    `POST ${path} with ${String(new URLSearchParams(form))} should be served, but it answered ${status}: "${plainText(text).slice(0, 200)}".`,
  );
}

/** Is a customer with a cart let in at all? Asked only after a failure. */
export function explainRefusal({ browser, explain }: CheckContext): void {
  explain('refuses-everybody', async () => {
    const device = browser();
    await send(device, '/cart', { article: 'tin' });
    const { status } = await device.post('/login', { form: { customer: 'Zoe' }, follow: false });
    return status >= 400 && status < 500;
  });
}

/** Writes what is in one browser's jar into another's. */
export function plantInto(device: Browser, from: Browser): void {
  for (const { name, value } of from.cookies()) device.edit(name, value);
}

/** Different customers, for one check. */
export function drawCustomers({ draw }: Pick<CheckContext, 'draw'>): readonly [string, string, string] {
  const names = 'Ada Bela Chen Dana Edda Felix Grace Hugo Ines Jana Kemal Luis Mara Noor Oskar Paula Quinn Rosa Sara Tomas';
  return draw.shuffle('customers', names.split(' ')).slice(0, 3) as [string, string, string];
}

export type AtLogin = 'keeps' | 'keeps-both' | 'renews';

export interface Round {
  readonly answer: unknown;
  /** The address, if the shop was fooled by what was planted. */
  readonly truth: string | null;
}

/** A fresh shop, the attack's first half, a victim, and its second half. */
export async function attackOne(
  context: CheckContext,
  atLogin: AtLogin,
  label: string,
  /** Which of its two cookies the shop sets first. */
  otherFirst = context.draw.boolean(`${label} first`),
): Promise<Round> {
  const { draw, explain } = context;
  const cookieName = draw.word(`${label} cookie`, 6);
  const account = {
    customer: draw.name(`${label} customer`),
    password: draw.hex(`${label} password`, 8),
    address: draw.word(`${label} address`, 12),
  };
  const otherCookie = {
    name: `x${draw.word(`${label} other`, 5)}`,
    value: draw.word(`${label} value`),
    first: otherFirst,
  };
  const shop = await context.target('labs/fixable-login.ts', {
    env: { LOGIN_SETUP: JSON.stringify({ atLogin, cookieName, otherCookie, account }) },
  });
  // A program that has met no other shop: nothing it remembers can help it.
  await context.reload();

  const planted = await context.attack(shop, { name: 'plant', maxRequests: 20 });
  demand(typeof planted === 'string', 'plant should return a text, as in a Cookie header: name=value; name=value.');
  const cookies = planted.split(';').map((pair) => pair.trim()).filter((pair) => pair.includes('=')).slice(0, 20); // prettier-ignore
  const victim = context.browser({ to: shop });
  for (const pair of cookies) victim.edit(pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim());
  const id = victim.value(cookieName);
  const wasIssued = ((await shop.call('readIssued')) as readonly string[]).includes(id ?? '');
  explain('planted-another-cookie', () => id === undefined && cookies.some((pair) => pair.startsWith(`${otherCookie.name}=`)));
  explain('nothing-planted', () => id === undefined || id === '');
  explain('made-up-id', () => !wasIssued);

  await victim.post('/cart', { form: { article: draw.word(`${label} article`) } });
  await victim.post('/login', { form: { customer: account.customer, password: account.password } });
  const answer = await context.attack(shop, { name: 'collect', args: [planted], maxRequests: 20 });
  const looks = (await shop.call('readLooks')) as readonly string[];
  const truth = wasIssued && atLogin !== 'renews' ? account.address : null;
  explain(
    'another-session',
    () => truth !== null && answer !== truth && looks.length > 0 && !looks.some((cookie) => cookie.includes(id ?? '')),
  );
  explain('never-claims', () => truth !== null && answer === null);
  explain('claims-without-looking', () => truth === null && answer !== null && answer !== undefined);
  return { answer, truth };
}
