// The search for a weak key: one at a time, with a pause, and figures that nobody has to believe to two decimals.

import { describe, expect, it } from '@jest/globals';
import { encodeFlaskSession } from 'flask-session-cookie';

import { createGuesser } from '../../src/labs/crack/guesser';
import { duration } from '../../src/labs/crack/how-long';

const cookie = (secretKey: string): string => encodeFlaskSession({ role: 'customer' }, { secretKey, nowMs: 1_700_000_000_000 });

describe('the guesser', () => {
  it('finds the word, and says which guess it was', async () => {
    const found = await createGuesser(['tin', 'dev', 'jar'], () => 0).guess(cookie('dev'));
    expect(found).toMatchObject({ word: 'dev', tried: 2 });
    expect(found === 'too-soon' ? 0 : found.guessesPerSecond).toBeGreaterThan(0);
  });

  it('says when none fits', async () => {
    expect(await createGuesser(['tin'], () => 0).guess(cookie('dev'))).toMatchObject({ word: null, tried: 1 });
  });

  it('runs one search at a time, and pauses after each', async () => {
    const clock = { now: 0 };
    const guesser = createGuesser(['dev'], () => clock.now);
    const [first, second] = await Promise.all([guesser.guess(cookie('dev')), guesser.guess(cookie('dev'))]);
    expect(first).toMatchObject({ word: 'dev' });
    expect(second).toBe('too-soon');
    expect(await guesser.guess(cookie('dev'))).toBe('too-soon');
    clock.now = 10_000;
    expect(await guesser.guess(cookie('dev'))).toMatchObject({ word: 'dev' });
  });
});

it.each([
  [0.01, 'less than a second'],
  [12.34, '12 seconds'],
  [3 * 3600, '3 hours'],
  [13 * 24 * 3600, '13 days'],
  [2 ** 256 / 150_000, '10⁶⁴ years; the universe is 10¹⁰ years old'],
])('%d seconds are %s', (seconds, words) => expect(duration(seconds)).toBe(words));
