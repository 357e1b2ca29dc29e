// A visitor who comes again and again, and what their page counts.

import { type Browser, type CheckContext, demand, plainText } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

/** @returns what the page says after `Visits:`, without the sentence's own punctuation; '' where it doesn't. */
export async function visit(visitor: Browser): Promise<string> {
  const page = await visitor.get('/');
  demand(page.status < 500, `The page broke with status ${page.status}.`);
  expect(page).toHaveStatus('2xx');
  return countOn(page.text);
}

function countOn(page: string): string {
  return /Visits: ([^ <]{1,40})/.exec(plainText(page))?.[1]?.replace(/[.,;:!?)]+$/, '') ?? '';
}

/** Two honest visits, then each value in turn in the place of the count: all start again at 1. */
export async function startsAgain({ browser, explain }: CheckContext, values: readonly string[]): Promise<void> {
  const ada = browser();
  const seen: string[] = [await visit(ada)];
  seen.push(await visit(ada));
  expect(seen).toEqual(['1', '2']);
  const name = ada.cookies().find(({ value }) => value === '2')?.name;
  demand(name !== undefined, 'After two visits the browser should hold a cookie with the value 2.');
  let shown = '';
  let status = 200;
  explain('breaks-on-nonsense', () => status >= 400);
  explain('nan-for-a-stranger', () => shown === 'NaN');
  explain('adds-text', () => shown.length > 1 && shown.endsWith('1') && values.some((value) => shown === `${value}1`));
  explain('reads-the-front', () =>
    values.some((value) => shown === String(parseInt(value, 10) + 1) && shown !== String(Number(value) + 1)),
  );
  explain('trusts-any-number', () => shown !== '' && Number.isFinite(Number(shown)));
  for (const value of values) {
    ada.edit(name, value);
    const page = await ada.get('/');
    status = page.status;
    shown = countOn(page.text);
    demand(
      status === 200 && shown === '1',
      `With the cookie at "${value}" the page should say "Visits: 1" with status 200. It said "${shown}" with status ${status}.`,
    );
  }
  expect(await visit(ada)).toBe('2');
}
