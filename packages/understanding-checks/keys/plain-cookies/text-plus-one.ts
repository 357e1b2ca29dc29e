import { keyOf } from '@cookie-lessons/question-bank';

import { textPlusOne } from '../../questions/plain-cookies/text-plus-one';
import { choiceThatSays } from '../choice-that-says';
import { answerOf } from '../set-cookies-of';

export const textPlusOneKey = keyOf(textPlusOne, {
  answer: async (values) => {
    const { name, count } = values;
    const { said } = await answerOf((_res, req) => `Visit ${req.cookies[name] + 1}`, `${name}=${count}`);
    return choiceThatSays(textPlusOne, values, `\`${String(said)}\``);
  },
  explanation:
    'Everything in a cookie arrives as text, and `+` on text glues. Convert first, with `Number(…)`, and then ask whether the number is one that makes sense here.',
  beliefs: {
    sum: 'A cookie has no numbers, only text: the digit is a character, and `+ 1` glues another one to it.',
    nan: '`NaN` comes from converting text that is no number. Here nothing is converted at all.',
    error: 'JavaScript has no objection to text plus a number: it turns the number into text and goes on.',
  },
});
