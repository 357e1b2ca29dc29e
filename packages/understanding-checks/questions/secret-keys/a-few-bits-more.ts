import { question } from '@cookie-lessons/question-bank';

export const aFewBitsMore = question({
  id: 'a-few-bits-more',
  kind: 'number',
  title: 'A few bits more',
  section: 'secret-keys/strength#entropy-and-secrecy',
  draw: (draw) => ({
    bits: draw.integer('bits', 18, 24),
    more: draw.integer('more', 4, 6),
    seconds: draw.integer('seconds', 5, 9),
  }),
  ask: ({ bits, more, seconds }) => ({
    prompt: `A program tries all keys of ${bits} random bits in ${seconds} seconds. How long does it take, at the same speed, for all keys of ${bits + more} random bits?`,
    unit: 'seconds',
  }),
});
