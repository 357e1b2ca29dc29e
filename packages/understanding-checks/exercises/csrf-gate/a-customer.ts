// Customers of the bank with their browsers, and pages elsewhere that make those browsers send something.

import { type Browser, type CheckContext, demand, plainText } from '@cookie-lessons/check-kit';

export const own = 'https://bank.example.test';
export const ownWithPort = 'https://bank.example.test:8443';

export const at = (origin: string): { readonly env: Record<string, string> } => ({ env: { OWN_ORIGIN: origin } });

type Fields = Readonly<Record<string, string>>;

/** What a browser says about the page that caused a request. `undefined`: the header is not sent. */
export interface Says {
  readonly site?: string;
  readonly origin?: string;
  readonly referer?: string;
}

export interface Page {
  readonly customer: string | null;
  readonly balance: string | null;
}

/** To be called first in a check: whoever serves nobody is told so, whichever attack the check is about. */
export function openBank(context: CheckContext, origin: string): (name?: string) => Promise<Browser> {
  const ask = async (headers: Fields): Promise<number> =>
    (await context.app.get('/', { headers: { host: new URL(origin).host, 'x-forwarded-proto': 'https', ...headers } })).status;
  context.explain('get-has-no-origin', async () => (await ask({})) >= 400 && (await ask({ origin })) < 400);
  context.explain('refuses-everybody', async () => {
    const device = context.browser({ origin });
    const page = await device.get('/');
    const says = { site: 'same-origin', origin };
    const login = await post(context, device, '/login', { ...hiddenFields(page.text, '/login'), customer: 'Bela' }, says);
    return page.status >= 400 || login >= 400;
  });
  return async (name) => {
    const device = context.browser({ origin });
    if (name !== undefined) await logIn(context, device, name);
    return device;
  };
}

/** What an honest customer may expect. Failing it is another mistake than letting somebody in. */
export function mustWork({ explain }: CheckContext, works: boolean, sentence: string, misconception = 'feature-lost'): void {
  if (!works) explain(misconception, () => true);
  demand(works, sentence);
}

/** What must not succeed, and what somebody believed who let it. */
export function mustNotWork({ explain }: CheckContext, works: boolean, misconception: string, sentence: string): void {
  if (works) explain(misconception, () => true);
  demand(!works, sentence);
}

export async function look(device: Browser): Promise<Page> {
  const { status, text } = await device.get('/');
  const said = status < 400 ? plainText(text) : '';
  demand(status < 500, `GET / broke with status ${status}.`);
  return {
    customer: /Logged in: ([A-Za-z]{1,20})/.exec(said)?.[1] ?? null,
    balance: /Balance: (\$\d{1,6}\.\d\d)/.exec(said)?.[1] ?? null,
  };
}

export async function logIn(context: CheckContext, device: Browser, customer: string): Promise<void> {
  const fields = { ...(await ownFields(device, '/login')), customer };
  const status = await post(context, device, '/login', fields, { site: 'same-origin', origin: device.origin });
  const seen = (await look(device)).customer;
  mustWork(
    context,
    seen === customer,
    `${customer} logged in with the bank's own form (POST /login was answered with ${status}), and GET / should say "Logged in: ${customer}". It says that ${seen ?? 'nobody'} is.`,
  );
}

/** The bank's own form, from its own page, sent by a browser that says `says`. Fails unless the gift arrives. */
export async function giveHonestly(context: CheckContext, device: Browser, says: Says): Promise<void> {
  const before = await look(device);
  const fields = { ...(await ownFields(device, '/gift')), to: 'Bela', cents: '125' };
  const status = await post(context, device, '/gift', fields, says);
  const { balance } = await look(device);
  const works = balance !== before.balance && inCents(before.balance) - inCents(balance) === 125;
  const isNull = says.origin === 'null' && says.site === 'same-origin';
  mustWork(
    context,
    works,
    `The bank's own form, sent with ${inWords(says)}, should make a gift of $1.25. POST /gift answered ${status}, and the balance went from ${before.balance ?? 'nothing'} to ${balance ?? 'nothing'}.`,
    isNull ? 'refuses-its-own-null' : 'feature-lost',
  );
}

/** Sends a form to the bank as `device`'s browser does for a page at `page`: with the cookies that go along, and what it says. */
export async function forge(
  context: CheckContext,
  device: Browser,
  {
    page,
    says,
    fields = {},
    cookies = '',
    path = '/gift',
  }: { page: string; says: Says; fields?: Fields; cookies?: string; path?: string },
): Promise<number> {
  const own = device.cookieHeader(path, { kind: 'form', from: page }, 'POST');
  const cookie = [cookies, own].filter((text) => text !== '').join('; ');
  return post(context, device, path, { to: 'Mallory', cents: '700', ...fields }, says, cookie);
}

/** @returns hidden fields that this browser's own page has in the form. */
export async function ownFields(device: Browser, action: string): Promise<Fields> {
  return hiddenFields((await device.get('/')).text, action);
}

export function inWords({ site, origin, referer }: Says): string {
  const said = [
    site === undefined ? 'no Sec-Fetch-Site' : `Sec-Fetch-Site: ${site}`,
    origin === undefined ? 'no Origin' : `Origin: ${origin}`,
    ...(referer === undefined ? [] : [`Referer: ${referer}`]),
  ];
  return `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}

async function post(
  context: CheckContext,
  device: Browser,
  path: string,
  form: Fields,
  says: Says,
  cookie?: string,
): Promise<number> {
  const headers = {
    ...(says.origin === undefined ? {} : { origin: says.origin }),
    ...(says.site === undefined ? {} : { 'sec-fetch-site': says.site, 'sec-fetch-mode': 'navigate' }),
    ...(says.referer === undefined ? {} : { referer: says.referer }),
  };
  if (cookie === undefined && says.site !== undefined) {
    // The browser adds a Set-Cookie of the answer to its jar.
    const initiator = { kind: 'form', from: `${device.origin}/` } as const;
    return (await device.post(path, { form, headers, initiator, follow: false })).status;
  }
  const sent = cookie ?? device.cookieHeader(path, { kind: 'form', from: `${device.origin}/` }, 'POST');
  const base = { host: new URL(device.origin).host, 'x-forwarded-proto': 'https', ...(sent === '' ? {} : { cookie: sent }) };
  const { status } = await context.app.post(path, { form, headers: { ...base, ...headers } });
  demand(status < 500, `POST ${path} broke with status ${status}.`);
  return status;
}

/** Of the form with that action, or of the whole page where buttons say where to. */
function hiddenFields(page: string, action: string): Fields {
  const html = new RegExp(`<form\\b[^<>]{0,300}\\baction=["']?${action}["' >].{0,4000}?</form>`, 's').exec(page)?.[0] ?? page;
  const inputs = [...html.matchAll(/<input\b[^<>]{0,500}>/g)].map(([tag]) => tag);
  const hidden = inputs.filter((tag) => attribute(tag, 'type') === 'hidden');
  return Object.fromEntries(hidden.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]));
}

function attribute(tag: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(`\\b${name}=(?:"([^"]{0,300})"|'([^']{0,300})'|([^\\s"'>]{1,300}))`).exec(tag) ?? [];
  return plainText(double ?? single ?? bare ?? '');
}

function inCents(balance: string | null): number {
  return Math.round(Number((balance ?? '').slice(1)) * 100);
}
