import { randomBytes } from 'node:crypto';

import { keyOf } from '@cookie-lessons/question-bank';

import { whatIsLeftOfAKey } from '../../questions/secret-keys/what-is-left-of-a-key';

export const whatIsLeftOfAKeyKey = keyOf(whatIsLeftOfAKey, {
  answer: ({ bytes, characters }) => {
    const key = randomBytes(bytes).toString('hex').slice(0, characters);
    return Buffer.from(key, 'hex').length * 8;
  },
  explanation:
    'A hex digit is one of 16, so it carries 4 bits, and two digits write down one byte. Bytes are counted before they are written down; after that, nothing is cut.',
  mistakes: ({ bytes, characters }) => ({
    'a-character-is-a-byte': {
      answer: characters * 8,
      belief: 'A hex digit takes a byte of space, but it is one of 16 only: 4 random bits.',
    },
    'all-of-them': { answer: bytes * 8, belief: 'What `slice` leaves out is gone. Only what is in the key has to be guessed.' },
    'a-character-is-a-bit': { answer: characters, belief: 'A hex digit is one of 16, which are 4 bits, not one.' },
    'counted-in-bytes': { answer: characters / 2, belief: 'That is the number of bytes. Each has 8 bits.' },
  }),
});
