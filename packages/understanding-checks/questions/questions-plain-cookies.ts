import type { Sheet } from '../sheet';
import { droppedLines } from './plain-cookies/dropped-lines';
import { maxAgeWritten } from './plain-cookies/max-age-written';
import { objectWritten } from './plain-cookies/object-written';
import { rawOrEncoded } from './plain-cookies/raw-or-encoded';
import { stopsTheEdit } from './plain-cookies/stops-the-edit';
import { textPlusOne } from './plain-cookies/text-plus-one';
import { whatHttpOnlyStops } from './plain-cookies/what-http-only-stops';
import { whatReachesTheServer } from './plain-cookies/what-reaches-the-server';
import { whichAreSent } from './plain-cookies/which-are-sent';
import { whoDecides } from './plain-cookies/who-decides';

export const sheet: Sheet = {
  title: 'Questions on plain cookies',
  summary: 'Say what a cookie is, who decides what is in it, and what its attributes do.',
  minutes: 15,
  graded: false,
  questions: [
    whoDecides,
    rawOrEncoded,
    textPlusOne,
    objectWritten,
    maxAgeWritten,
    whatReachesTheServer,
    stopsTheEdit,
    whatHttpOnlyStops,
    droppedLines,
    whichAreSent,
  ],
};
