// Customers of the store as honest people use it: they read GET / and send the forms that stand there.

import { type Browser, type CheckContext, demand, plainText } from '@cookie-lessons/check-kit';

/** The proxy ends TLS in front of the store, so every browser of these checks comes over https. */
export const shop = 'https://shop.example.test';

/** Set for every check; drawn anew where the key itself is looked at. */
export const withKey = { env: { COOKIE_KEY: 'e3bf07c94a1d5268f70b9e2c83a6d41f5c90be27a84f1d63c7052e9bd3816fa4' } };

/** The price list, ways of delivery, vouchers and accounts of task and starter. */
export const priceCents: ReadonlyMap<string, number> = new Map([['mixer', 9999], ['rolling-pin', 1550], ['cutter', 499], ['apron', 2425], ['tin', 1275]]); // prettier-ignore
export const deliveryCents: ReadonlyMap<string, number> = new Map([['pickup', 0], ['post', 490], ['courier', 1290]]); // prettier-ignore
export const voucherPercent: ReadonlyMap<string, number> = new Map([['WELCOME', 10], ['SUNDAY', 15]]); // prettier-ignore
const passwords: ReadonlyMap<string, string> = new Map([['Ada', 'blue kettle'], ['Bela', 'seven spoons'], ['Chen', 'rye and salt']]); // prettier-ignore

/** What GET / says to somebody. */
export interface Page {
  readonly status: number;
  readonly cart: ReadonlyMap<string, number>;
  readonly totalCents: number | null;
  readonly customer: string | null;
  readonly text: string;
}

/** To be called first in a check: a store that serves nobody is told so, whichever flaw the check is about. */
export function newBrowsers(context: CheckContext): () => Browser {
  const open = (): Browser => context.browser({ origin: shop });
  context.explain('denies-everything', async () => {
    const device = open();
    const login = { customer: 'Chen', password: passwords.get('Chen') ?? '' };
    const answers = [
      await device.get('/'),
      await post(device, '/cart', { sku: 'tin', quantity: '1' }),
      await post(device, '/login', login),
    ];
    return answers.some(({ status }) => status >= 400 && status < 500);
  });
  return open;
}

/** What an honest customer may expect. Failing it is another mistake than the flaw that the check is about. */
export function mustWork({ explain }: CheckContext, works: boolean, sentence: string, misconception = 'feature-lost'): void {
  if (!works) explain(misconception, () => true);
  demand(works, sentence);
}

/** What must not succeed, and what somebody believed who let it. */
export function mustNotWork({ explain }: CheckContext, works: boolean, misconception: string, sentence: string): void {
  if (works) explain(misconception, () => true);
  demand(!works, sentence);
}

/** @returns what GET / says; a 4xx says nothing. A 5xx fails the check. */
export async function look(device: Browser): Promise<Page> {
  const { status, text: body } = await device.get('/');
  const text = plainText(body);
  demand(status < 500, `GET / broke with status ${status}: "${text.slice(0, 150)}".`);
  const said = status < 400 ? text : '';
  const articles = /Cart: ((?:\d{1,3} [a-z-]{1,20}, ){0,9}\d{1,3} [a-z-]{1,20})/.exec(said)?.[1]?.split(', ') ?? [];
  return {
    status,
    cart: new Map(articles.map((line) => [line.split(' ')[1] ?? '', Number(line.split(' ')[0])])),
    totalCents: amountAfter('Total:', said),
    customer: /Logged in: ([A-Za-z]{1,20})/.exec(said)?.[1] ?? null,
    text: said,
  };
}

/** Sends one of the store's own forms, with the hidden fields it has on GET /. An honest form must be served. */
export async function send(
  context: CheckContext,
  device: Browser,
  action: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const { status, text } = await post(device, action, fields);
  const sent = action === '/login' ? `customer=${fields.customer}` : String(new URLSearchParams(fields));
  const said = plainText(text).slice(0, 150);
  mustWork(
    context,
    status < 400,
    `An honest customer sent POST ${action}${sent === '' ? '' : ` with ${sent}`}, and the store answered ${status} ("${said}").`,
  );
  return text;
}

export async function logIn(context: CheckContext, device: Browser, customer: string): Promise<void> {
  await send(context, device, '/login', { customer, password: passwords.get(customer) ?? '' });
  const seen = (await look(device)).customer;
  mustWork(
    context,
    seen === customer,
    `${customer} logged in, and GET / should say "Logged in: ${customer}". It says that ${seen ?? 'nobody'} is.`,
  );
}

/** Pays. @returns cents, or null when refused with 4xx. */
export async function order(device: Browser): Promise<number | null> {
  const { status, text } = await post(device, '/order', {});
  demand(status < 500, `POST /order broke with status ${status}.`);
  const paid = amountAfter('Paid:', plainText(text));
  if (status >= 400) return null;
  demand(
    paid !== null,
    `POST /order should say "Paid: $" and an amount, or refuse with 4xx. It says: "${plainText(text).slice(0, 150)}".`,
  );
  return paid;
}

/** Two different articles, one to four of each. */
export function drawArticles({ draw }: CheckContext, label = 'articles'): ReadonlyMap<string, number> {
  const skus = draw.shuffle(label, [...priceCents.keys()]).slice(0, 2);
  return new Map(skus.map((sku) => [sku, draw.integer(`${label} ${sku}`, 1, 4)]));
}

export async function fillCart(context: CheckContext, device: Browser, articles: ReadonlyMap<string, number>): Promise<void> {
  for (const [sku, quantity] of articles) await send(context, device, '/cart', { sku, quantity: String(quantity) });
  const { cart } = await look(device);
  mustWork(context, sameCart(cart, articles), `The cart should be ${inWords(articles)}. GET / says it is ${inWords(cart)}.`);
}

export function drawCustomers({ draw }: CheckContext): readonly [string, string, string] {
  return draw.shuffle('customers', [...passwords.keys()]) as [string, string, string];
}

export function costOf(cart: ReadonlyMap<string, number>): number {
  return [...cart].reduce((sum, [sku, quantity]) => sum + (priceCents.get(sku) ?? 0) * quantity, 0);
}

export function sameCart(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([sku, quantity]) => other.get(sku) === quantity);
}

export function inWords(cart: ReadonlyMap<string, number>): string {
  return [...cart].map(([sku, quantity]) => `${quantity} ${sku}`).join(', ') || 'empty';
}

export function inDollars(cents: number | null): string {
  return cents === null ? 'no amount' : `${cents < 0 ? '-' : ''}$${(Math.abs(cents) / 100).toFixed(2)}`;
}

/** Reads the page first, as people do: some stores put a token into their forms. */
async function post(device: Browser, action: string, fields: Record<string, string>): ReturnType<Browser['post']> {
  const { text } = await device.get('/');
  const hidden = hiddenFields(
    new RegExp(`<form\\b[^<>]{0,300}\\baction=["']?${action}["' >].{0,4000}?</form>`, 's').exec(text)?.[0] ?? text,
  );
  return device.post(action, { form: { ...hidden, ...fields }, initiator: { kind: 'form', from: `${shop}/` } });
}

function hiddenFields(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input\b[^<>]{0,500}>/g)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, 'type') === 'hidden');
  return Object.fromEntries(inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]));
}

function attribute(tag: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(`\\b${name}=(?:"([^"]{0,300})"|'([^']{0,300})'|([^\\s"'>]{1,300}))`).exec(tag) ?? [];
  return plainText(double ?? single ?? bare ?? '');
}

function amountAfter(word: string, text: string): number | null {
  const [, sign = '', inner = '', whole, part] = new RegExp(`${word} {0,3}(-?)\\$(-?)(\\d{1,12})\\.(\\d\\d)`).exec(text) ?? [];
  if (whole === undefined) return null;
  return Math.round(Number(`${whole}.${part}`) * 100) * (sign + inner === '-' ? -1 : 1);
}
