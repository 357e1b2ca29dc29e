import { createHmac } from 'node:crypto';

import { keyOf } from '@cookie-lessons/question-bank';

import { gluedTogether, otherCalls, shownCall } from '../../questions/sessions/glued-together';

export const gluedTogetherKey = keyOf(gluedTogether, {
  answer: (values) => {
    const glued = ([name, value]: readonly [string, string]): string =>
      createHmac('sha256', values.secretKey)
        .update(name + value)
        .digest('base64url');
    const same = Object.entries(otherCalls(values)).filter(([, call]) => glued(call) === glued(shownCall(values)));
    return same[0]?.[0] ?? 'none';
  },
  explanation:
    'What is signed is one text, and where the name ends in it can not be seen any more. So a signature for one name and value serves for another. Keep the two apart, e.g. with `JSON.stringify([name, value])`.',
  beliefs: {
    swapped: 'The order counts: name and value are put together the other way round, which is another text.',
    capitals: 'HMAC signs bytes, and a capital letter is another byte. One changed character gives quite another signature.',
    none: 'HMAC sees only the text after it has been put together. Two different pairs can give the same text.',
  },
});
