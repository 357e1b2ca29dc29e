// Visitors of the store: customers who log in, and strangers who forge, whatever the layout of its cookies.

import { type Browser, type CheckContext, demand, plainText } from '@cookie-lessons/check-kit';

/** The list of task and starter. */
export const passwords: Readonly<Record<string, string>> = {
  ada: 'analytical',
  bela: 'bluebeard',
  carla: 'carousel',
  dario: 'dolomites',
};

/** Two different customers. */
export function drawCustomers({ draw }: Pick<CheckContext, 'draw'>): readonly [string, string] {
  return draw.shuffle('customers', Object.keys(passwords)) as unknown as readonly [string, string];
}

/** Logs in; fails the check unless the store then knows the customer. */
export async function logIn({ browser, explain }: Pick<CheckContext, 'browser' | 'explain'>, name: string): Promise<Browser> {
  const customer = browser();
  let isIn = false;
  const hasBareName = (): boolean => customer.cookies().some(({ value }) => decoded(value).endsWith(name));
  explain('forgot-to-sign', () => !isIn && !isSigned(customer) && hasBareName());
  explain('refuses-everybody', () => !isIn);
  const answer = await customer.post('/login', { form: { name, password: passwords[name] ?? '' } });
  demand(answer.status < 400, `"${name}" logged in with the right password, and the store answered ${answer.status}.`);
  const shown = await nameShown(customer);
  demand(shown === name, `"${name}" has logged in, and GET / should say "Customer: ${name}", but it says "Customer: ${shown}".`);
  const orders = await customer.get('/orders');
  demand(orders.status < 400, `"${name}" has logged in, and GET /orders answered ${orders.status}.`);
  isIn = true;
  return customer;
}

/** What stands behind `Customer:`. Fails the check when the store breaks, or says nothing of the kind. */
export async function nameShown(visitor: Browser): Promise<string> {
  const page = await visitor.get('/');
  demand(page.status < 500, `GET / broke with status ${page.status}.`);
  const [, name] = /Customer: ?([^\s,;<"]{0,60})/.exec(plainText(page.text)) ?? [];
  demand(name !== undefined, `GET / should say "Customer: " and a name, but it says "${plainText(page.text).slice(0, 100)}".`);
  return name;
}

/** Somebody with these cookies, and nothing else. */
export function visitorWith({ browser }: Pick<CheckContext, 'browser'>, cookies: Readonly<Record<string, string>>): Browser {
  const visitor = browser();
  for (const [name, value] of Object.entries(cookies)) visitor.edit(name, value);
  return visitor;
}

/** @returns as whom the store takes this visitor; null for nobody. */
export async function takenFor(visitor: Browser): Promise<string | null> {
  const name = await nameShown(visitor);
  const orders = await visitor.get('/orders');
  demand(orders.status < 500, `GET /orders broke with status ${orders.status}.`);
  if (name === 'nobody' && orders.status >= 400) return null;
  return name === 'nobody' ? 'somebody, since GET /orders shows orders' : name;
}

/** What a stranger writes who hasn't signed anything, the same into each cookie. @param other a customer whose cookie they never had. */
export function unsignedCookies(honest: Browser, name: string, other: string): readonly Readonly<Record<string, string>>[] {
  const names = [...honest.cookies().map((cookie) => cookie.name), 'customer'];
  const own = honest.cookies().map(({ value }) => decoded(value));
  const withoutSignature = own.map(payloadOf).filter((text) => text !== '');
  // Where nothing looks like a signature, the whole may be one with it: as it is, it proves nothing.
  const rewritten = own
    .filter((text) => !text.startsWith('s:'))
    .map((text) => encodedAgain(text, name, other))
    .filter((text) => !own.includes(text));
  const texts = new Set([name, `j:"${name}"`, `j:{"name":"${name}"}`, `j:["${name}"]`, 'true', ...withoutSignature, encodedAgain(withoutSignature[0] ?? '', name, name), ...rewritten]); // prettier-ignore
  return [...texts].map((text) => Object.fromEntries(names.map((cookie) => [cookie, encodeURIComponent(text)])));
}

/** A customer's own cookies with something changed; the names and the `s:` in front stay, so that a signature is looked for. */
export function changedCookies(honest: Browser): readonly Readonly<Record<string, string>>[] {
  const changes: readonly ((text: string) => string)[] = [
    (text) => flipped(text, text.lastIndexOf('.') + 1),
    (text) => flipped(text, text.startsWith('s:') ? 2 : 0),
    (text) => text.slice(0, -5),
    (text) => text.slice(0, text.lastIndexOf('.') + 1),
  ];
  return changes.map((change) =>
    Object.fromEntries(honest.cookies().map(({ name, value }) => [name, encodeURIComponent(change(decoded(value)))])),
  );
}

/** A customer's own cookies in which their name was replaced by another's; empty where it can't be found in any. */
export function renamedCookies(honest: Browser, from: string, to: string): readonly Readonly<Record<string, string>>[] {
  const renamed = honest
    .cookies()
    .map(({ name, value }) => [name, encodeURIComponent(encodedAgain(decoded(value), from, to))] as const);
  const changed = renamed.some(([name, value]) => decodeURIComponent(value) !== decoded(honest.value(name) ?? ''));
  return changed ? [Object.fromEntries(renamed)] : [];
}

/** Lets the store sign a greeting that reads like what it signs for a customer, and moves it into the customer's cookies. */
export async function movedCookies(
  context: Pick<CheckContext, 'browser'>,
  { honest, from, to }: { readonly honest: Browser; readonly from: string; readonly to: string },
): Promise<readonly Readonly<Record<string, string>>[]> {
  const own = honest.cookies().map(({ value }) => decoded(value));
  const greetings = new Set([to, ...own.map((text) => encodedAgain(payloadOf(text), from, to))]);
  const moved: Record<string, string>[] = [];
  for (const text of greetings) {
    const mallory = context.browser();
    await mallory.post('/greeting', { form: { text } });
    for (const { value } of mallory.cookies()) moved.push(Object.fromEntries(honest.cookies().map(({ name }) => [name, value])));
  }
  return moved;
}

/** @returns the first of these for whom the store is taken in, and as whom; null when it takes all of them for nobody. */
export async function firstTaken(
  context: Pick<CheckContext, 'browser'>,
  forgeries: readonly Readonly<Record<string, string>>[],
): Promise<{ readonly cookies: Readonly<Record<string, string>>; readonly as: string } | null> {
  for (const cookies of forgeries) {
    const as = await takenFor(visitorWith(context, cookies));
    if (as !== null) return { cookies, as };
  }
  return null;
}

/** Has a cookie in the form that cookie-parser signs. A store may sign in a form of its own, too. */
export function isSigned(customer: Browser): boolean {
  return customer.cookies().some(({ value }) => decoded(value).startsWith('s:'));
}

export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** `s:ada.signature` without both ends, whatever stands between the two; empty where nothing does, and the whole may be signed. */
function payloadOf(text: string): string {
  const inner = text.replace(/^s:/, '');
  const cut = inner.includes('.') ? inner.lastIndexOf('.') : inner.search(/[^A-Za-z0-9+/=][A-Za-z0-9+/=]*$/);
  return inner.slice(0, Math.max(0, cut));
}

/** The text with one name instead of the other, also where a part of it is base64 or hexadecimal. */
function encodedAgain(text: string, from: string, to: string): string {
  if (text.includes(from)) return text.replaceAll(from, to);
  return text.replace(/[A-Za-z0-9+/_-]{6,}/g, (part) => {
    for (const encoding of ['base64', 'base64url', 'hex'] as const) {
      const inner = Buffer.from(part, encoding).toString('utf8');
      if (inner.includes(from)) return Buffer.from(inner.replaceAll(from, to)).toString(encoding);
    }
    return part;
  });
}

function flipped(text: string, at: number): string {
  const other = text.charAt(at) === 'Q' ? 'z' : 'Q';
  return text.slice(0, at) + other + text.slice(at + 1);
}
