import { keyOf } from '@cookie-lessons/question-bank';

import { secondsKept } from '../../questions/final/seconds-kept';
import { parseSetCookie } from '../browser-jar';
import { setCookiesOf } from '../set-cookies-of';

export const secondsKeptKey = keyOf(secondsKept, {
  answer: async ({ name, value, days }) => {
    const [header = ''] = await setCookiesOf((res) => res.cookie(name, value, { maxAge: days * 24 * 60 * 60 }));
    const seconds = parseSetCookie(header)?.maxAgeSeconds ?? null;
    if (seconds === null) throw new Error(`seconds-kept: no Max-Age in ${header}`);
    return seconds;
  },
  explanation:
    'Flask takes `max_age` in seconds, as the attribute `Max-Age` counts. Express takes `maxAge` in milliseconds and divides by 1,000, so the same number gives a thousandth of the time.',
  mistakes: ({ days }) => ({
    'as-in-flask': {
      answer: days * 24 * 60 * 60,
      belief: 'That would be so if Express took seconds as Flask does. It takes milliseconds.',
    },
    multiplied: {
      answer: days * 24 * 60 * 60 * 1000,
      belief: 'Express divides by 1,000 on the way to the header: milliseconds go in, seconds come out.',
    },
    days: {
      answer: days,
      belief: 'What was meant were so many days. What Express was told is a number of milliseconds, and seconds were asked for.',
    },
  }),
});
