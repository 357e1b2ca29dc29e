import { type CheckContext, checksFor, demand } from '@cookie-lessons/check-kit';

import { articlesOf, centsOf, lettersOf, meansCannotTell, momentOf, textOf } from './an-answer';
import { type Readable, readSheet } from './what-the-sheet-says';

const { check } = checksFor('sessions/read-a-session');

check('user', (context) => {
  const { sheet, given, explain } = begin(context, 'user');
  const user = textOf(given).toLowerCase();
  explain('first-name-that-stands-there', () => user === sheet.invitedBy);
  demand(user === sheet.user, `None of your cookies says that "${shortly(given)}" is logged in.`);
});

check('written', (context) => {
  const { sheet, given, explain } = begin(context, 'written');
  const rightMs = sheet.writtenSeconds * 1000;
  const ms = momentOf(given);
  const zoneMs = 15 * 60_000;
  explain('number-instead-of-date', () => Number(textOf(given)) === sheet.writtenSeconds);
  explain('time-in-milliseconds', () => ms !== null && ms < Date.UTC(1971, 0));
  explain('own-time-zone', () => ms !== null && (ms - rightMs) % zoneMs === 0 && Math.abs(ms - rightMs) <= 14 * 3_600_000);
  demand(ms !== null, `"written" should be a date in UTC, like 2023-11-14T22:13:20Z, but it is "${shortly(given)}".`);
  demand(ms === rightMs, `The cookie with the login was not written at ${shortly(given)}.`);
});

check('cart', (context) => {
  const { answers, student, explain } = context;
  const isEncrypted = (): boolean => lettersOf(answers().unreadable).includes(readSheet(student.id).letters.cart);
  explain('compressed-is-encrypted', () => articlesOf(answers().cart).length === 0 && isEncrypted());
  const { sheet, given } = begin(context, 'cart');
  const articles = articlesOf(given);
  const strangers = articles.filter((article) => !sheet.articles.includes(article));
  demand(articles.length > 0, '"cart" should be a list with the names of the articles, but it holds none.');
  demand(strangers.length === 0, `There is no article called "${shortly(strangers[0])}" in the cart.`);
  demand(articles.length === sheet.articles.length, `You have ${articles.length} articles of the cart, but it holds more.`);
});

check('credit', (context) => {
  const { sheet, given, explain } = begin(context, 'credit');
  const cents = centsOf(given);
  const [dollars] = sheet.credit.split('.');
  explain('cut-at-the-first-dot', () => cents === centsOf(dollars) || /^s(:|%3a)/i.test(textOf(given)) && textOf(given).endsWith(dollars ?? '')); // prettier-ignore
  explain('more-than-the-value', () => cents === null && /%24|s:|s%3a|\.\d\d\./i.test(textOf(given)));
  demand(cents !== null, `"credit" should be an amount like $12.50, but it is "${shortly(given)}".`);
  demand(cents === centsOf(sheet.credit), `The cookie doesn't say ${shortly(given)}.`);
});

check('unreadable', (context) => {
  const { sheet, given, explain } = begin(context, 'unreadable');
  const { letters } = sheet;
  const named = lettersOf(given);
  explain('compressed-is-encrypted', () => named.includes(letters.cart) && !named.some((one) => one === letters.login || one === letters.credit)); // prettier-ignore
  explain('signed-is-encrypted', () => /^all\b/i.test(textOf(given)) || named.some((one) => one !== letters.sealed));
  demand(named.length > 0, `"unreadable" should be a letter from A to D, but it is "${shortly(given)}".`);
  demand(
    named.length === 1 && named[0] === letters.sealed,
    `${named.join(', ')} is not the answer: one of the four is unreadable, and the other three aren't.`,
  );
});

check('changed', (context) => {
  const { given, explain } = begin(context, 'changed');
  explain('seen-in-the-signature', () => lettersOf(given).length > 0 || /^(none|all|no)\b/i.test(textOf(given)));
  demand(meansCannotTell(given), `"${shortly(given)}" is more than anybody can know here.`);
});

interface Begun {
  readonly sheet: Readable;
  readonly given: unknown;
  readonly explain: CheckContext['explain'];
}

/** The answer under a name, and this student's sheet; fails while there is no answer. */
function begin({ answers: readAnswers, student, explain }: CheckContext, name: string): Begun {
  const answers = readAnswers();
  const given = answers[name];
  const isEmpty = given === undefined || given === null || textOf(given) === '' && JSON.stringify(given).length < 3; // prettier-ignore
  demand(!isEmpty, `"${name}" has no answer yet.`);
  explain('another-sheet', () => student.id !== '' && momentOf(answers.written) === readSheet('').writtenSeconds * 1000);
  return { sheet: readSheet(student.id), given, explain };
}

function shortly(given: unknown): string {
  const text = textOf(given) || (JSON.stringify(given) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
