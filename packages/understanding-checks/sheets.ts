// The sheets, each by the exercise that it is. Public halves only.

import { sheet as final } from './questions/final-questions';
import { sheet as plainCookies } from './questions/questions-plain-cookies';
import { sheet as puttingTogether } from './questions/questions-putting-together';
import { sheet as secretKeys } from './questions/questions-secret-keys';
import { sheet as sessions } from './questions/questions-sessions';
import type { Sheet } from './sheet';

export const sheets: Readonly<Record<string, Sheet>> = {
  'questions-plain-cookies': plainCookies,
  'questions-sessions': sessions,
  'questions-secret-keys': secretKeys,
  'questions-putting-together': puttingTogether,
  'final-questions': final,
};
