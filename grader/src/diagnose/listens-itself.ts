// It was served all the same, so this is advice: also for a program that does everything right.

import { type Case, type Diagnosis, symptomOf } from './diagnosis';
import { placeOf } from './source-text';

export function listensItself(of: Case): Diagnosis | null {
  if (symptomOf(of, 'listens-itself') === null) return null;
  return {
    id: 'listens-itself',
    what: 'Your program listens on a port of its own and exports no app. It was served all the same.',
    where: placeOf(of.files, /\.\s*listen\s*\(/),
    repair: 'Export the app instead, e.g. export default app; then whoever loads it decides on which port it listens.',
    isAdvice: true,
  };
}
