import type { Key } from '@cookie-lessons/question-bank';

import { aFewBitsMoreKey } from './secret-keys/a-few-bits-more';
import { afterALeakKey } from './secret-keys/after-a-leak';
import { oneKeyForTwoSitesKey } from './secret-keys/one-key-for-two-sites';
import { oneKeyForTwoUsesKey } from './secret-keys/one-key-for-two-uses';
import { theVariableIsMissingKey } from './secret-keys/the-variable-is-missing';
import { whatASealDoesKey } from './secret-keys/what-a-seal-does';
import { whatIsLeftOfAKeyKey } from './secret-keys/what-is-left-of-a-key';
import { whichKeySignsKey } from './secret-keys/which-key-signs';
import { withoutTheKeyKey } from './secret-keys/without-the-key';

export const keys: readonly Key[] = [
  withoutTheKeyKey,
  aFewBitsMoreKey,
  whatIsLeftOfAKeyKey,
  theVariableIsMissingKey,
  oneKeyForTwoUsesKey,
  afterALeakKey,
  whichKeySignsKey,
  whatASealDoesKey,
  oneKeyForTwoSitesKey,
];
