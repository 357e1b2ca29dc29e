import { keyOf } from '@cookie-lessons/question-bank';

import { rawOrEncoded } from '../../questions/plain-cookies/raw-or-encoded';
import { choiceThatSays } from '../choice-that-says';
import { setCookiesOf } from '../set-cookies-of';

export const rawOrEncodedKey = keyOf(rawOrEncoded, {
  answer: async (values) => {
    const [header = ''] = await setCookiesOf((res) => res.cookie(values.name, `$${values.dollars}.${values.cents}`));
    return choiceThatSays(rawOrEncoded, values, `\`Set-Cookie: ${header}\``);
  },
  explanation:
    'Express percent-encodes the value (`$` becomes `%24`) and adds `Path=/`. It adds nothing else: `HttpOnly` has to be asked for. Flask, too, sends `Path=/`, and no `HttpOnly` with `set_cookie`.',
  beliefs: {
    raw: 'Express encodes a value with encodeURIComponent, and `$` becomes `%24`.',
    'http-only': '`HttpOnly` is no default of `res.cookie`. Sessions are another matter: their middleware sets it.',
    bare: 'Express always sends a path, and it is `/` unless you say otherwise.',
  },
});
