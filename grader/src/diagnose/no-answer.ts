// A request or a call got no answer in time: something is never sent or settled, or goes on for ever.

import { type Case, type Diagnosis, type Place, symptomOf } from './diagnosis';
import { exportedNames, literally, placesOf } from './source-text';

const loop = 'Look for a loop that never ends: what is its condition, and what in it changes that?';

export function noAnswer(of: Case): Diagnosis | null {
  const all = of.run?.symptoms.filter((one): one is NoAnswer => one.kind === 'no-answer') ?? [];
  // On a machine that is busy itself, not all of them tell what the program did meanwhile.
  const symptom = all.find(({ wasBusy }) => wasBusy !== null) ?? symptomOf(of, 'no-answer');
  if (symptom === null) return null;
  // What is still busy with an earlier check can't be loaded for the next.
  const wasBusy = symptom.wasBusy ?? (symptomOf(of, 'did-not-start') === null ? null : true);
  const known = { ...symptom, wasBusy };
  return symptom.to === 'request' ? unansweredRequest(of, known) : unsettledCall(of, known);
}

type NoAnswer = NonNullable<ReturnType<typeof symptomOf<'no-answer'>>>;

function unansweredRequest({ files }: Case, { what, wasBusy }: NoAnswer): Diagnosis {
  const request = what ?? 'A request';
  const branches = 'Every branch of its handler must end with res.send, res.redirect or the like, or call next().';
  const [kind, why, repair] =
    wasBusy === true
      ? ['endless-loop', 'your program was busy all the while, as in an endless loop', loop]
      : wasBusy === false
        ? ['never-answers', 'your program did nothing more, and never sent a response', branches]
        : ['never-answers', 'it is not known whether a response is never sent or a loop never ends', `${branches} ${loop}`];
  return {
    id: kind,
    what: `${request} got no answer in time: ${why}.`,
    where: what === null ? null : routeOf(files, what),
    repair,
  };
}

function unsettledCall(of: Case, { what, wasBusy }: NoAnswer): Diagnosis {
  const name = what === null ? null : ownFunction(of, what);
  const called = name ?? 'One of your functions';
  const settle = 'Every path through it must return or throw, and every new Promise must call resolve or reject.';
  const where = name === null ? null : onlyPlace(of.files, new RegExp(`\\b(function|const|let)\\s+${literally(name)}\\b`));
  if (wasBusy === true)
    return {
      id: 'endless-loop',
      what: `${called} did not come to an end: it was busy all the while, as in an endless loop.`,
      where,
      repair: loop,
    };
  if (wasBusy === false)
    return {
      id: 'never-settles',
      what: `${called} gave a promise that never settles: nothing in it was going on any more.`,
      where,
      repair: settle,
    };
  return { id: 'never-settles', what: `${called} did not come to an end in time.`, where, repair: `${settle} ${loop}` };
}

/** The route of e.g. `GET /prefs?x=1`, if there is just one that is written that way. */
function routeOf(files: ReadonlyMap<string, string>, request: string): Place | null {
  const [method = '', target = ''] = request.split(' ');
  const path = target.split('?')[0] ?? '';
  return onlyPlace(
    files,
    new RegExp(`\\.(${method.toLowerCase().replace(/\W/g, '')}|all)\\s*\\(\\s*['"\`]${literally(path)}['"\`]`),
  );
}

/** Our own code around the student's calls e.g. `decodeMany`, which calls their `decode` many times. */
function ownFunction({ files, onDisk }: Case, called: string): string | null {
  const own = [...files.values(), ...onDisk.starter.values()].flatMap(exportedNames).filter((name) => name !== 'default');
  if (called === 'default') return 'Your default export';
  return own.includes(called) ? called : (own.find((name) => called.startsWith(name)) ?? null);
}

function onlyPlace(files: ReadonlyMap<string, string>, pattern: RegExp): Place | null {
  const places = placesOf(files, pattern);
  return places.length === 1 ? (places[0] ?? null) : null;
}
