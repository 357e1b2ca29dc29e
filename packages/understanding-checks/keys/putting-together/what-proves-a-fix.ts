import { keyOf } from '@cookie-lessons/question-bank';

import { whatProvesAFix } from '../../questions/putting-together/what-proves-a-fix';

export const whatProvesAFixKey = keyOf(whatProvesAFix, {
  answer: () => 'pair',
  explanation:
    'One request must fail now, and one must work still. The first has to be seen to succeed before: an attack that was mistyped fails on any shop, and proves nothing.',
  beliefs: {
    attacks: 'A shop that refuses everybody passes this. It takes an honest request to see that the feature is still there.',
    untried: 'If nobody has seen the attack succeed, it may fail for another reason, a wrong letter for instance.',
    honest: 'This shows that nothing was lost, and not that anything was won. The attack has to be tried too.',
  },
});
