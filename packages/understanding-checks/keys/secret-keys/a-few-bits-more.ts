import { keyOf } from '@cookie-lessons/question-bank';

import { aFewBitsMore } from '../../questions/secret-keys/a-few-bits-more';

export const aFewBitsMoreKey = keyOf(aFewBitsMore, {
  answer: ({ bits, more, seconds }) => (seconds * keysOf(bits + more)) / keysOf(bits),
  explanation:
    'Each bit doubles the number of keys, and with it the time. That is why 256 bits cost nobody more than 128, except whoever guesses.',
  mistakes: ({ bits, more, seconds }) => ({
    'bits-add': { answer: seconds * more, belief: 'One bit more does not add the same time again. It doubles all of it.' },
    'bits-add-two': {
      answer: seconds * more * 2,
      belief: 'Each further bit doubles what was there, so the doublings multiply: 2 × 2 × 2 …, not 2 + 2 + 2.',
    },
    'one-doubling': { answer: seconds * 2, belief: 'The time doubles with each single bit, not once for all of them.' },
    proportional: {
      answer: Math.round((seconds * (bits + more)) / bits),
      belief: 'Time grows with the number of keys, not with the number of bits: each bit doubles it.',
    },
  }),
});

/** Counted, by writing down the last of them. */
function keysOf(bits: number): number {
  return Number.parseInt('1'.repeat(bits), 2) + 1;
}
