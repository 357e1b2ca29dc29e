import { keyOf } from '@cookie-lessons/question-bank';

import { headerOfARequest } from '../../questions/final/header-of-a-request';
import { choiceThatSays } from '../choice-that-says';
import { cookieHeaderAfter } from '../cookie-header-after';

export const headerOfARequestKey = keyOf(headerOfARequest, {
  answer: (values) =>
    choiceThatSays(headerOfARequest, values, `\`Cookie: ${cookieHeaderAfter(headerOfARequest.ask(values).shown ?? '')}\``),
  explanation:
    'A path covers its folder and all below, so the second cookie goes along, and longer paths come first. The third is `Secure` and is not sent over plain HTTP, although it is the same host.',
  beliefs: {
    first: 'A path covers what is below it as well: `/foo` goes to `/foo/bar`.',
    'first-second':
      'The order is not the one in which they were set: longer paths come first, and only among equals the older cookie.',
    'second-first-third': 'A `Secure` cookie that came over HTTPS is kept, but it is sent over HTTPS only.',
  },
});
