// The student's work is in a file that the exercise doesn't read.

import { isNotStarted, nearest } from '@cookie-lessons/lesson-contract';

import type { Case, Diagnosis } from './diagnosis';
import { quoted } from './quoted';

export function wrongFile({ onDisk, files, undeclared }: Case): Diagnosis | null {
  const untouched = isNotStarted(files, onDisk.starter);
  for (const { path, isNewer } of undeclared) {
    const meant = meantBy(path, onDisk.exercise.files);
    if (meant === null || (!untouched && !isNewer)) continue;
    const state = !files.has(meant) ? 'which is not there' : untouched ? 'which is still the starter' : 'which was saved earlier';
    return {
      id: 'wrong-file',
      what: `Your work seems to be in ${quoted(path)}, but this exercise reads ${meant}, ${state}.`,
      where: null,
      repair: `Put it into exercises/${onDisk.exercise.id}/${meant}, and delete ${quoted(path)}. Other files are not looked at, and not handed in.`,
    };
  }
  return null;
}

/** Which declared file somebody meant who wrote `App.ts`, `app.js`, `app copy.ts`, `src/app.ts` or `ap.ts`; null for e.g. notes. */
function meantBy(path: string, declared: readonly string[]): string | null {
  const sameStem = declared.find((known) => stem(known) === stem(path));
  if (sameStem !== undefined) return sameStem;
  const near = nearest(
    baseName(path),
    declared.map((known) => baseName(known)),
  );
  return declared.find((known) => baseName(known) === near) ?? null;
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? '';
}

/** Small letters, without extensions and what copying adds: `src/App copy 2.ts` is `app`. */
function stem(path: string): string {
  const name = baseName(path)
    .toLowerCase()
    .replace(/(\.(ts|js|mts|cts|mjs|cjs|tsx|jsx|json|txt|bak|orig|old))+$/, '');
  return name.replace(/([ _.-]*(copy|kopie|copie|copia|new|old|final|backup|\(\d+\)|\d+)| - copy)+$/, '') || name;
}
