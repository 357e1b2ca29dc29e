import type { Key } from '@cookie-lessons/question-bank';

import { aCarelessOriginKey } from './putting-together/a-careless-origin';
import { aFormNextDoorKey } from './putting-together/a-form-next-door';
import { auditASmallShopKey } from './putting-together/audit-a-small-shop';
import { oneTokenForAllKey } from './putting-together/one-token-for-all';
import { whatProvesAFixKey } from './putting-together/what-proves-a-fix';

export const keys: readonly Key[] = [
  aFormNextDoorKey,
  aCarelessOriginKey,
  oneTokenForAllKey,
  auditASmallShopKey,
  whatProvesAFixKey,
];
