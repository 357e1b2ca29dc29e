import { keyOf } from '@cookie-lessons/question-bank';

import { objectWritten } from '../../questions/plain-cookies/object-written';
import { choiceThatSays } from '../choice-that-says';
import { setCookiesOf } from '../set-cookies-of';

export const objectWrittenKey = keyOf(objectWritten, {
  answer: async (values) => {
    const { name, field, count } = values;
    const [header = ''] = await setCookiesOf((res) => res.cookie(name, { [field]: count }));
    const [, value = ''] = /^[^=]+=([^;]*)/.exec(header) ?? [];
    return choiceThatSays(objectWritten, values, `\`${decodeURIComponent(value)}\``);
  },
  explanation:
    'Express writes `j:` and JSON, percent-encoded. By the `j:` cookie-parser knows that it should turn the value back into an object. Any visitor can send a value that begins so, too.',
  beliefs: {
    'object-object':
      'That is what gluing an object to text gives. `res.cookie` looks at the value first and writes an object as JSON.',
    json: 'JSON it is, but with `j:` before it. Without that mark cookie-parser leaves the value as text.',
    base64: '`res.cookie` knows no base64. The middleware cookie-session writes that, for sessions.',
  },
});
