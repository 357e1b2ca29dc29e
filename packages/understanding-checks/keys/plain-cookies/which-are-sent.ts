import { keyOf } from '@cookie-lessons/question-bank';

import { whichAreSent } from '../../questions/plain-cookies/which-are-sent';
import { choiceThatSays } from '../choice-that-says';
import { cookieHeaderAfter } from '../cookie-header-after';

export const whichAreSentKey = keyOf(whichAreSent, {
  answer: (values) =>
    choiceThatSays(whichAreSent, values, `\`Cookie: ${cookieHeaderAfter(whichAreSent.ask(values).shown ?? '')}\``),
  explanation:
    'Without `Domain` a cookie goes back to the very host that set it; with it, to every host below. `Path` covers a folder and what is in it, and a longer name that begins alike is another folder. Attributes are never sent.',
  beliefs: {
    'third-whole': 'Attributes are instructions for the browser. A `Cookie` header carries names and values only.',
    'first-and-third': 'A cookie without `Domain` goes back to the same host alone, and the second address is another host.',
    'second-and-third': 'A path is compared by whole parts between slashes: `/foo` covers `/foo/bar`, but not `/foos`.',
  },
});
