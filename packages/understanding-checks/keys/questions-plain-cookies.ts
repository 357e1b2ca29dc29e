import type { Key } from '@cookie-lessons/question-bank';

import { droppedLinesKey } from './plain-cookies/dropped-lines';
import { maxAgeWrittenKey } from './plain-cookies/max-age-written';
import { objectWrittenKey } from './plain-cookies/object-written';
import { rawOrEncodedKey } from './plain-cookies/raw-or-encoded';
import { stopsTheEditKey } from './plain-cookies/stops-the-edit';
import { textPlusOneKey } from './plain-cookies/text-plus-one';
import { whatHttpOnlyStopsKey } from './plain-cookies/what-http-only-stops';
import { whatReachesTheServerKey } from './plain-cookies/what-reaches-the-server';
import { whichAreSentKey } from './plain-cookies/which-are-sent';
import { whoDecidesKey } from './plain-cookies/who-decides';

export const keys: readonly Key[] = [
  whoDecidesKey,
  rawOrEncodedKey,
  textPlusOneKey,
  objectWrittenKey,
  maxAgeWrittenKey,
  whatReachesTheServerKey,
  stopsTheEditKey,
  whatHttpOnlyStopsKey,
  droppedLinesKey,
  whichAreSentKey,
];
