// The program's process ended in the middle of a request or a call; whoever asks next finds nobody there.

import { type Case, type Diagnosis, symptomOf } from './diagnosis';
import { said } from './quoted';
import { placeOf } from './source-text';

export function processEnded(of: Case): Diagnosis | null {
  const symptom = symptomOf(of, 'process-ended');
  if (symptom === null) return null;
  const asked = symptom.what ?? 'something was asked of it';
  switch (symptom.because) {
    case 'out-of-memory':
      return ended(`Your program used more memory than it may have, at ${asked}.`, growing);
    case 'too-much-output':
      return ended(`Your program printed more than it may, at ${asked}.`, growing);
    case 'crashed':
      return crashed(of, asked, said(symptom.lastWords, 160));
  }
}

const growing = 'Look for a loop that never ends, and for a list that only grows.';

function crashed({ files }: Case, asked: string, lastWords: string): Diagnosis {
  const exit = lastWords === '' ? placeOf(files, /\bprocess\s*\.\s*(exit|abort|kill)\b/) : null;
  const error = lastWords === '' ? '' : ` There was an error that nobody caught: ${lastWords}`.replace(/\.?$/, '.');
  const what = `Your program's process ended, at ${asked}.${error}`;
  return exit === null
    ? ended(
        what,
        'Express catches what a handler throws; it does not see errors in timers, in callbacks and in promises that nobody awaits. Await them, or catch their errors.',
      )
    : { ...ended(what, 'Leave process.exit out: one visitor would end the server for all.'), where: exit };
}

function ended(what: string, repair: string): Diagnosis {
  return { id: 'process-ended', what, where: null, repair };
}
