import { keyOf } from '@cookie-lessons/question-bank';

import { maxAgeWritten } from '../../questions/plain-cookies/max-age-written';
import { choiceThatSays } from '../choice-that-says';
import { setCookiesOf } from '../set-cookies-of';

export const maxAgeWrittenKey = keyOf(maxAgeWritten, {
  answer: async (values) => {
    const { name, value, hours } = values;
    const [header = ''] = await setCookiesOf((res) => res.cookie(name, value, { maxAge: hours * 60 * 60 }));
    return choiceThatSays(maxAgeWritten, values, `\`Set-Cookie: ${header.replace(/Expires=[^;]+/, 'Expires=…')}\``);
  },
  explanation:
    'Express takes `maxAge` in milliseconds, and the attribute `Max-Age` counts seconds. So hours that were reckoned in seconds become seconds. From `maxAge` Express writes `Expires` as well, for the same moment.',
  beliefs: {
    'same-and-date': 'The number is not passed on as it is: `maxAge` means milliseconds, and Express divides it by 1,000.',
    thousandth: 'The unit is right, but from `maxAge` Express writes both `Max-Age` and `Expires`.',
    date: 'Express writes both. Where both stand, browsers go by `Max-Age`.',
  },
});
