import type { Sheet } from '../sheet';
import { aFewBitsMore } from './secret-keys/a-few-bits-more';
import { afterALeak } from './secret-keys/after-a-leak';
import { oneKeyForTwoSites } from './secret-keys/one-key-for-two-sites';
import { oneKeyForTwoUses } from './secret-keys/one-key-for-two-uses';
import { theVariableIsMissing } from './secret-keys/the-variable-is-missing';
import { whatASealDoes } from './secret-keys/what-a-seal-does';
import { whatIsLeftOfAKey } from './secret-keys/what-is-left-of-a-key';
import { whichKeySigns } from './secret-keys/which-key-signs';
import { withoutTheKey } from './secret-keys/without-the-key';

export const sheet: Sheet = {
  title: 'Questions on secret keys',
  summary: 'Say what a key protects and what it does not, what makes it strong, and what to do when it gets out.',
  minutes: 20,
  graded: false,
  questions: [
    withoutTheKey,
    aFewBitsMore,
    whatIsLeftOfAKey,
    theVariableIsMissing,
    oneKeyForTwoUses,
    afterALeak,
    whichKeySigns,
    whatASealDoes,
    oneKeyForTwoSites,
  ],
};
