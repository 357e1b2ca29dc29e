// Customers with browsers, and copies of their cookies.

import { type App, Browser, type CheckContext, demand, plainText } from '@cookie-lessons/check-kit';

export type Answer = Awaited<ReturnType<App['get']>>;

/** Different first names. */
export function drawCustomers({ draw }: Pick<CheckContext, 'draw'>, count: number): readonly string[] {
  const names = 'Ada Bela Chen Dana Edda Felix Grace Hugo Ines Jana Kemal Luis Mara Noor Oskar Paula Quinn Rosa Sara Tomas';
  return draw.shuffle('customers', names.split(' ')).slice(0, count);
}

/** Logs in, and sees a page or two; fails the check when an honest customer is refused. */
export async function logIn(device: Browser, customer: string): Promise<void> {
  const answer = await device.post('/login', { form: { customer } });
  demand(answer.status < 400, `POST /login with customer=${customer} should log in, but it answered ${answer.status}.`);
  const seen = await who(device);
  demand(seen === customer, `After logging in as ${customer}, GET / should say "Logged in: ${customer}". It says ${said(seen)}.`);
}

/** Whoever `visitor` (a browser, or the app with a copied Cookie header) is to the shop; null for nobody. Fails on a 5xx. */
export async function who(visitor: Browser | App, copy?: string): Promise<string | null> {
  const headers = copy === undefined ? {} : { headers: { cookie: copy } };
  const answer: Answer = visitor instanceof Browser ? await visitor.get('/') : await visitor.get('/', headers);
  demand(answer.status < 500, `GET / broke with status ${answer.status}.`);
  if (answer.status >= 400) return null;
  return /Logged in: ([A-Za-z]{1,20})/.exec(plainText(answer.text))?.[1] ?? null;
}

export async function logOut(device: Browser, path: '/logout' | '/logout-everywhere'): Promise<Answer> {
  const answer = await device.post(path, { follow: false });
  demand(answer.status < 400, `POST ${path} should log out, but it answered ${answer.status}.`);
  return answer;
}

/** What somebody copies who sits at the device for a moment. */
export function copyOf(device: Browser): string {
  return device.cookieHeader('/');
}

export function said(customer: string | null): string {
  return customer === null ? 'that nobody is logged in' : `that ${customer} is logged in`;
}

/** Cookie headers that somebody who knows one's own cookie might try in order to be `victim`. */
export function edits(own: Browser, name: string, victim: string): readonly string[] {
  const cookies = own.cookies();
  return cookies.flatMap((cookie) => {
    const values = new Set([
      ...spellings(cookie.value).flatMap((spelling) => changes(spelling.text, name, victim).map(spelling.write)),
      victim,
      encodeURIComponent(JSON.stringify({ customer: victim, pagesSeen: 1 })),
      encodeURIComponent(`j:${JSON.stringify({ customer: victim, pagesSeen: 1 })}`),
      `x${cookie.value.slice(1)}`,
      'j%3Anull',
    ]);
    values.delete(cookie.value);
    return [...values].map((value) =>
      cookies.map((other) => `${other.name}=${other.name === cookie.name ? value : other.value}`).join('; '),
    );
  });
}

interface Spelling {
  readonly text: string;
  readonly write: (text: string) => string;
}

function spellings(value: string): readonly Spelling[] {
  const plain: Spelling = { text: decoded(value), write: encodeURIComponent };
  const encoded = (['base64', 'base64url', 'hex'] as const).map((encoding): Spelling => ({
    text: Buffer.from(plain.text, encoding).toString('latin1'),
    write: (text) => encodeURIComponent(Buffer.from(text, 'latin1').toString(encoding)),
  }));
  return [plain, ...encoded];
}

/** Another name, and the numbers next to its own. */
function changes(text: string, name: string, victim: string): string[] {
  const named = text.replaceAll(name, victim).replaceAll(name.toLowerCase(), victim.toLowerCase());
  const [, before = '', digits = '', after = ''] = /^([^0-9]*)([0-9]{1,6})([^0-9]*)$/.exec(text) ?? [];
  const beside = digits === '' ? [] : [-2, -1, 1].map((step) => `${before}${Number(digits) + step}${after}`);
  return [named, ...beside].filter((changed) => changed !== text);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
