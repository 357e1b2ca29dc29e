// Every exercise of this lesson proves its checks: the starter scores nothing, right answers pass, wrong answers are caught as named.

import { proveAnswers } from '@cookie-lessons/check-kit';

proveAnswers(__dirname);
