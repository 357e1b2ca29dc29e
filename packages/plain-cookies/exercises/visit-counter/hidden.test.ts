import { checksFor } from '@cookie-lessons/check-kit';

import { startsAgain } from './a-visitor';

const { check } = checksFor('plain-cookies/visit-counter');

check('starts-again-at-odd-nonsense', async (context) => {
  const { draw } = context;
  await startsAgain(context, [
    `${draw.integer('whole', 2, 90)}.5`,
    `${draw.integer('letters', 2, 90)}abc`,
    `${draw.integer('first', 2, 9)},${draw.integer('second', 2, 9)}`,
    'Infinity',
    'j:[7]',
    '%E0%A4%A',
  ]);
});
