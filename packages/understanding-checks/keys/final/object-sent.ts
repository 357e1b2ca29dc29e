import { keyOf } from '@cookie-lessons/question-bank';

import { objectSent } from '../../questions/final/object-sent';
import { choiceThatSays } from '../choice-that-says';
import { answerOf } from '../set-cookies-of';

export const objectSentKey = keyOf(objectSent, {
  answer: async (values) => {
    const { name, field, count } = values;
    const { said } = await answerOf(
      (_res, req) => [req.cookies[name] as unknown],
      `${name}=j:${JSON.stringify({ [field]: count })}`,
    );
    const [got] = said as [unknown];
    const text = typeof got === 'string' ? `the text \`${got}\`` : `the object \`${JSON.stringify(got)}\``;
    return choiceThatSays(objectSent, values, text);
  },
  explanation:
    'cookie-parser turns every value that begins with `j:` into what its JSON says, whoever wrote it. So a program that expects text may get an object or an array from any visitor.',
  beliefs: {
    undefined: 'A server can not tell what it set from what it did not set: a plain cookie is what the client sends.',
    'text-with-j': 'The `j:` is the mark by which cookie-parser knows JSON. It does not stay as text.',
    'text-without-j': 'cookie-parser does not only take the mark away, it also parses the JSON behind it.',
  },
});
