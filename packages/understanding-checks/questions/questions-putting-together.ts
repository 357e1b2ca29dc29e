import type { Sheet } from '../sheet';
import { aCarelessOrigin } from './putting-together/a-careless-origin';
import { aFormNextDoor } from './putting-together/a-form-next-door';
import { auditASmallShop } from './putting-together/audit-a-small-shop';
import { oneTokenForAll } from './putting-together/one-token-for-all';
import { whatProvesAFix } from './putting-together/what-proves-a-fix';

export const sheet: Sheet = {
  title: 'Questions on putting it together',
  summary: 'Say what other sites can cause, which defence holds, and what an audit finds in a whole app.',
  minutes: 15,
  graded: false,
  questions: [aFormNextDoor, aCarelessOrigin, oneTokenForAll, auditASmallShop, whatProvesAFix],
};
