import { createHash, randomBytes } from 'node:crypto';
import { runInNewContext } from 'node:vm';

import { keyOf } from '@cookie-lessons/question-bank';

import { aKeyByItsMaking } from '../../questions/final/a-key-by-its-making';

/** What Math.random gives next can be computed from what it gave before; so the guesser has it. */
const predicted = { random: (): number => 0.4321 };

export const aKeyByItsMakingKey = keyOf(aKeyByItsMaking, {
  answer: (values) => {
    const { choices = {} } = aKeyByItsMaking.ask(values);
    const made = (line: string): unknown =>
      runInNewContext(line.replaceAll('`', ''), { createHash, randomBytes, Buffer, Math: predicted });
    const [name, ...more] = Object.keys(choices).filter((choice) => made(choices[choice] ?? '') !== made(choices[choice] ?? ''));
    if (name === undefined || more.length > 0) throw new Error('Not one line alone makes a new key each time.');
    return name;
  },
  explanation:
    'Sixteen random bytes or more are at least 128 bits, however short they look. A hash or a spelling adds no randomness to a word, and what `Math.random` gives can be computed from what it gave before.',
  beliefs: {
    hash: 'A hash carries over what was there: a word. Whoever tries words tries their hashes too, and 128 digits change nothing.',
    math: '`Math.random` is no source of secrets: its state can be computed from a few results. The hash does not mend that.',
    sentence: 'It is long, but it stands in the line, so it could have been one key only. Base64 is a spelling.',
  },
});
