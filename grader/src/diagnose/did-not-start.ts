// The program ended, or hung, while it was being loaded.

import { type Case, type Diagnosis, symptomOf } from './diagnosis';
import { noAnswer } from './no-answer';
import { ownPath, placeIn } from './own-path';
import { said } from './quoted';
import { placeOf, placesOf } from './source-text';

/** It threw: its own message and place are known. The last of these diagnoses, and for every program that did not start. */
export function throwsAtLoad(of: Case): Diagnosis | null {
  const symptom = symptomOf(of, 'did-not-start');
  if (symptom === null) return null;
  const [, path, line, message = symptom.detail] = /^([^\s:]+):(\d+): (.*)$/s.exec(symptom.detail) ?? [];
  const where = path === undefined ? null : placeIn(of, path, Number(line));
  const inFile = path === undefined ? '' : ` ${said(ownPath(path), 80)}`;
  return {
    id: 'throws-at-load',
    what: `Your program did not start: ${said(message) || 'it said nothing'}`.replace(/([^.!?])$/, '$1.'),
    where,
    repair:
      where === null
        ? 'What stands outside of functions runs as soon as the file is loaded: look there for what throws.'
        : `What stands outside of functions runs as soon as${inFile} is loaded: look at line ${where.line}, and at what it uses.`,
  };
}

/** Its process ended or had to be ended; there is no place to name but by looking. */
export function crashesAtLoad(of: Case): Diagnosis | null {
  const { detail } = symptomOf(of, 'did-not-start') ?? { detail: '' };
  // A process that still hung in an earlier check could not load it again; then it doesn't hang while it is loaded.
  if (detail === 'It was still loading when its time was up.') return noAnswer(of) ?? hangsAtLoad(of);
  if (/^Your program (used more memory|printed more)/.test(detail))
    return {
      id: 'crashes-at-load',
      what: `Your program did not start. ${detail.trim()}`,
      where: onlyLoop(of),
      repair: 'Look for something outside of functions that goes on and on.',
    };
  if (!detail.startsWith('Your program crashed.')) return null;
  const exit = placeOf(of.files, /\bprocess\s*\.\s*(exit|abort|kill)\b/);
  const lastWords = said(detail.slice('Your program crashed.'.length), 160);
  return {
    id: 'crashes-at-load',
    what: `Your program ended its process while it was being loaded.${lastWords === '' ? '' : ` Its last words: ${lastWords}`}`,
    where: exit,
    repair:
      exit === null
        ? 'Look for an error that nobody catches, e.g. in a callback or in a promise.'
        : 'Leave process.exit out: who loads your program wants to use it. To refuse to start, throw an Error.',
  };
}

function hangsAtLoad(of: Case): Diagnosis {
  return {
    id: 'hangs-at-load',
    what: 'Your program was still loading when its time was up.',
    where: onlyLoop(of),
    repair: 'Look for a loop outside of functions that never ends: what stands there runs before your program can answer.',
  };
}

/** With two loops, anybody's guess would be as good as ours. */
function onlyLoop({ files }: Case): Diagnosis['where'] {
  const loops = placesOf(files, /\b(while|for)\s*\(/);
  return loops.length === 1 ? (loops[0] ?? null) : null;
}
