// The labs, in the order of the lessons.

import { bill } from './bill/bill';
import { manyBesideOne, oneBesideOne } from './beside-one/beside-one';
import { crack } from './crack/crack';
import { fixation } from './fixation/fixation';
import { flask } from './flask/flask';
import type { Lab } from './lab';
import { readASession } from './read-a-session/read-a-session';
import { sameSite } from './same-site/same-site';
import { tossing } from './tossing/tossing';

export const labs: readonly Lab[] = [bill, oneBesideOne, manyBesideOne, readASession, sameSite, fixation, tossing, crack, flask];
