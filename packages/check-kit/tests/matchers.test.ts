import { describe, expect, test } from '@jest/globals';

import { inWords } from '../src/duration';
import { createDraw } from '@cookie-lessons/lesson-contract';
import { matchers, plainText } from '../src/matchers';
import { parseCookieDate, parseSetCookie } from '../src/set-cookie';
import { shown } from '../src/shown';

const now = Date.UTC(2026, 0, 5);
const response = (status: number, text = '', ...setCookie: string[]): Parameters<typeof matchers.toShowText>[0] => ({
  status,
  text,
  headers: new Map([['set-cookie', setCookie]]),
});

describe('a failure is a sentence', () => {
  test.each([
    [matchers.toHaveStatus(response(500, 'Oops'), 200), 'The answer should have status 200, but it has 500 ("Oops").'],
    [matchers.toBeRejected(response(200)), 'The request should be rejected with a status of 4xx, but it was accepted: 200.'],
    [
      matchers.toBeRejected(response(500)),
      'The request should be rejected with a status of 4xx, but the program broke instead: 500.',
    ],
    [matchers.toShowText(response(200, '<p>Hello</p>'), 'Bye'), 'The answer should show "Bye". It says: "Hello"'],
    [matchers.toSetCookie(response(200), 'zip'), '"zip" should be set, but no Set-Cookie of that name came back.'],
    [
      matchers.toSetCookie(
        response(200, '', 'zip=1; Max-Age=2592'),
        'zip',
        { maxAgeSeconds: { about: 2592000, within: 60 } },
        now,
      ),
      '"zip" is set, but its lifetime is 43 minutes instead of 30 days.',
    ],
    [
      matchers.toSetCookie(response(200, '', 'zip=1; Path=/a'), 'zip', { path: '/' }),
      '"zip" is set, but its path is "/a" instead of "/".',
    ],
    [
      matchers.toDeleteCookie(response(200, '', 'zip='), 'zip', now),
      '"zip" should be deleted, but the Set-Cookie that came back has no date in the past.',
    ],
  ])('%#', ({ pass, message }, sentence) => expect({ pass, message: message() }).toEqual({ pass: false, message: sentence }));
});

describe('meaning, not text', () => {
  test.each([
    ['zip=1; Max-Age=2592000'],
    ['zip=1; expires=Wed, 04 Feb 2026 00:00:00 GMT'],
    ['zip=1; HttpOnly; MAX-AGE=2592001; Path=/'],
  ])('%s lives about 30 days', (line) =>
    expect(
      matchers.toSetCookie(
        response(200, '', 'other=1', line),
        'zip',
        { value: '1', maxAgeSeconds: { about: 2592000, within: 60 } },
        now,
      ).pass,
    ).toBe(true),
  );
  test.each([['zip=; Max-Age=0'], ['zip=; Max-Age=-1'], ['zip=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT']])('%s deletes', (line) =>
    expect(matchers.toDeleteCookie(response(200, '', line), 'zip', now).pass).toBe(true),
  );
  test('what a person reads of a page', () => expect(plainText('<h1>A &amp; B</h1>\n<p>&#163;5 &lt;3</p>')).toBe('A & B £5 <3'));
  test("a stranger's text is made safe to print", () => expect(shown('a\u001b[31m\u202eb', 5)).toBe('a\\u001b[31…'));
});

describe('Set-Cookie lines', () => {
  test.each([
    ['a=b=c', { name: 'a', value: 'b=c' }],
    [' a \t=\t b ;Path=/x', { name: 'a', value: 'b', path: '/x' }],
    ['a=\u00a0b', { value: '\u00a0b' }],
    ['a=b; Max-Age=+5', { maxAgeSeconds: null }],
    ['a=b; max-age=5; Max-Age=6', { maxAgeSeconds: 6 }],
    ['a=b; Path=x', { path: null }],
    ['a=b; SameSite=laxx', { sameSite: 'unset' }],
    ['a=b; Unknown=1; HttpOnly=no', { httpOnly: true }],
  ])('%j', (line, expected) => expect(parseSetCookie(line)).toMatchObject(expected));
  test.each([['a=\u0007b'], [''], ['='], [`a=${'é'.repeat(2048)}`]])('%# is ignored whole', (line) =>
    expect(parseSetCookie(line)).toBeNull(),
  );
  test.each([
    ['Wed, 04 Feb 2026 00:00:00 GMT', Date.UTC(2026, 1, 4)],
    ['Wed, 04-Feb-26 10:20:30 GMT', Date.UTC(2026, 1, 4, 10, 20, 30)],
    ['04 Feb 99 1:2:3', Date.UTC(1999, 1, 4, 1, 2, 3)],
    ['31 Feb 2026 00:00:00', null],
    ['tomorrow', null],
  ])('%s', (text, ms) => expect(parseCookieDate(text)).toBe(ms));
});

describe('dice', () => {
  const seed = new Uint8Array(32).fill(7);
  test('the same seed, check and label give the same value; another check another', () => {
    const draws = ['a', 'a', 'b'].map((check) => createDraw(seed, check).hex('x', 40));
    expect(draws[0]).toBe(draws[1]);
    expect(draws[0]).not.toBe(draws[2]);
    expect(draws[0]).toHaveLength(80);
  });
  test('ranges hold both ends, and shuffling keeps all', () => {
    const draw = createDraw(seed, 'c');
    const rolled = new Set(Array.from({ length: 200 }, (_, index) => draw.integer(`roll ${index}`, 1, 6)));
    expect([...rolled].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(draw.shuffle('order', [1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
    expect(draw.word('w', 5)).toMatch(/^[a-z]{5}$/);
  });
});

test.each([
  [2592, '43 minutes'],
  [2592000, '30 days'],
  [1, '1 second'],
  [0, 'already over'],
  [90, '90 seconds'],
])('%i seconds are %s', (seconds, words) => expect(inWords(seconds)).toBe(words));
