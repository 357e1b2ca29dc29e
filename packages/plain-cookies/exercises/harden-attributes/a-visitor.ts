// A customer behind the TLS proxy, and how their cookies are found whatever prefix they have.

import { type Browser, type CheckContext, demand, type StoredCookie } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

export const shop = 'https://shop.example.test';
export const elsewhere = 'https://elsewhere.test/page';

/** Logs a drawn customer in over https; fails the check when they aren't known afterwards. */
export async function loggedIn(
  { browser, draw, explain }: Pick<CheckContext, 'browser' | 'draw' | 'explain'>,
  form: Readonly<Record<string, string>> = {},
): Promise<{ customer: Browser; session: StoredCookie; name: string }> {
  const customer = browser({ origin: shop });
  const name = draw.word('customer');
  const answer = await customer.post('/login', { form: { user: name, ...form } });
  demand(answer.status < 400, `POST /login should be answered with 2xx or a redirect, but it was ${answer.status}.`);
  const session = cookieNamed(customer, 'sid');
  demand(
    session !== undefined,
    'After POST /login over https the browser should hold the cookie "sid" (or one with a prefix, such as "__Host-sid").',
  );
  explain('path-as-protection', () => session.path !== '/');
  expect(await customer.get('/me')).toShowText(`Hello, ${name}`);
  return { customer, session, name };
}

export function cookieNamed(customer: Browser, name: string): StoredCookie | undefined {
  return customer.cookies().find((cookie) => cookie.name.replace(/^__(host-http|host|secure|http)-/i, '') === name);
}

type Explained = Pick<CheckContext, 'explain' | 'files'>;

export function explainReadable({ explain, files }: Explained, { httpOnly }: StoredCookie): void {
  explain('httponly-misspelt', () => !httpOnly && (files.get('app.ts') ?? '').includes('httponly:'));
  explain('session-for-scripts', () => !httpOnly);
}

export function explainPlainHttp({ explain, files }: Explained, { secure }: StoredCookie): void {
  const source = files.get('app.ts') ?? '';
  explain(
    'secure-if-req-secure',
    () => !secure && /req\.secure|req\.protocol|x-forwarded-proto/i.test(source) && /secure:\s*(req|is)/.test(source),
  );
  explain('never-secure', () => !secure);
}

/** Does the request to `address` carry the cookie? */
export function carries(
  customer: Browser,
  { name }: StoredCookie,
  address: string,
  ...rest: [initiator?: Parameters<Browser['cookieHeader']>[1], method?: string]
): boolean {
  return `; ${customer.cookieHeader(address, ...rest)}`.includes(`; ${name}=`);
}
