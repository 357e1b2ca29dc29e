// Customers with browsers, and somebody who has read the key.

import { createHmac } from 'node:crypto';

import { type Browser, demand, plainText } from '@cookie-lessons/check-kit';

/** Logs in; fails the check when an honest customer is refused. */
export async function logIn(device: Browser, customer: string): Promise<void> {
  const answer = await device.post('/login', { form: { customer } });
  demand(answer.status < 400, `POST /login with customer=${customer} should log in, but it answered ${answer.status}.`);
  const seen = await who(device);
  demand(
    seen === customer,
    `After logging in as ${customer}, GET / should say "Logged in: ${customer}". It says ${seen === null ? 'that nobody is logged in' : `that ${seen} is`}.`,
  );
}

/** Whoever the browser is to the shop; null for nobody. Fails on a 5xx. */
export async function who(device: Browser): Promise<string | null> {
  const answer = await device.get('/');
  demand(answer.status < 500, `GET / broke with status ${answer.status}.`);
  if (answer.status >= 400) return null;
  return /Logged in: ([A-Za-z]{1,20})/.exec(plainText(answer.text))?.[1] ?? null;
}

/** The shop's own cookie of before, as anybody can make it who has the key: cookie-parser's signature. */
export function forgedCookie(customer: string, key: string): string {
  const signature = createHmac('sha256', key).update(customer).digest('base64').replace(/=+$/, '');
  return encodeURIComponent(`s:${customer}.${signature}`);
}
