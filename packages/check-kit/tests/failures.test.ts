// What a failed check is laid at: an assertion, the program's fault, or an error in the check. A program must not be able to choose.

import { describe, expect, test } from '@jest/globals';

import { describeFailure } from '../src/describe-failure';
import { readAnswers } from '../src/read-answers';

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It should have thrown.');
}

describe('an error while a matcher looks at what the program gave back is no error of the check', () => {
  test.each([
    ['an immutable list', { '@@__IMMUTABLE_ITERABLE__@@': true }],
    ['an immutable record', { '@@__IMMUTABLE_RECORD__@@': true }],
  ])('data that looks like %s', (_name, given) => {
    const error = thrownBy(() => expect(given).toEqual({ total: 1 }));
    expect(describeFailure(error)).toEqual({
      failedBy: 'assertion',
      fault: null,
      explanation: expect.stringContaining('cannot be shown'),
    });
  });

  test('an error in the check itself stays one', () => {
    const nothing = undefined as unknown as { length: number };
    expect(describeFailure(thrownBy(() => void nothing.length))).toMatchObject({ failedBy: 'check-error' });
  });
});

describe('answers.json', () => {
  test.each([
    ['nested 100,000 deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /nested too deeply/],
    ['a list', '[]', /one object in braces/],
    ['null', 'null', /one object in braces/],
    ['cut off', '{"1": "sent"', /not valid JSON/],
    ['not handed in', undefined, /was not handed in/],
  ])('%s is told as a failed answer', (_name, text, message) => {
    const error = thrownBy(() => void readAnswers(text, 'answers.json'));
    expect(describeFailure(error)).toMatchObject({ failedBy: 'assertion', explanation: expect.stringMatching(message) });
  });

  test('`__proto__` never becomes a prototype', () => {
    const answers = readAnswers('{"__proto__": {"1": "sent"}, "2": {"__proto__": {"x": 1}}}', 'answers.json');
    expect(answers['1']).toBeUndefined();
    expect((answers['2'] as { x?: unknown }).x).toBeUndefined();
  });
});
