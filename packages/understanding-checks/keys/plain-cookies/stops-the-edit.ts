import { keyOf } from '@cookie-lessons/question-bank';

import { stopsTheEdit } from '../../questions/plain-cookies/stops-the-edit';

export const stopsTheEditKey = keyOf(stopsTheEdit, {
  answer: () => 'lookup',
  explanation:
    'A customer may decide which articles they want and how many, but not what these cost. So the price must come from where the customer can not write: from the server. (The quantity still has to be checked.)',
  beliefs: {
    attributes:
      'These keep scripts and strangers on the wire away. The customer sits at the end of the wire and edits the cookie there.',
    hash: 'Anyone can compute a hash, the customer too. Without a secret key it proves nothing.',
    field: 'A hidden field is sent by the customer just like a cookie, and is edited just as easily.',
  },
});
