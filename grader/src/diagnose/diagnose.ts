// Whose fault is it, when a student's program doesn't answer as a program? What happened, where in their files, and the repair.
// Each diagnosis is a file of its own; here is only their order.

import { conflictMarkers } from './conflict-markers';
import { crashesAtLoad, throwsAtLoad } from './did-not-start';
import type { Case, Diagnosis } from './diagnosis';
import { forgottenAwait } from './forgotten-await';
import { listensItself } from './listens-itself';
import { missingModule } from './missing-module';
import { noAnswer } from './no-answer';
import { noParser } from './no-parser';
import { noSuchFunction, nothingExported } from './nothing-exported';
import { processEnded } from './process-ended';
import { syntaxError } from './syntax-error';
import { wrongFile } from './wrong-file';

export type { Diagnosis } from './diagnosis';

/** The first that fits is told: what comes later is often only what an earlier one has led to. */
const whileSomethingFails: readonly ((of: Case) => Diagnosis | null)[] = [
  conflictMarkers,
  wrongFile,
  missingModule,
  syntaxError,
  crashesAtLoad,
  throwsAtLoad,
  nothingExported,
  noSuchFunction,
  noParser,
  forgottenAwait,
  processEnded,
  noAnswer,
];

/** @returns the first diagnosis that fits; null when the program answers as a program, right or wrong. */
export function diagnose(of: Case): Diagnosis | null {
  const found = allPassed(of) ? null : first(whileSomethingFails, of);
  return found ?? listensItself(of);
}

/** A diagnosis as one of a list of advice: what happened, and on a line of its own the repair. */
export function asAdvice({ what, where, repair }: Diagnosis): string {
  return `${where === null ? '' : `${where.path}:${where.line}: `}${what}\n${repair}`;
}

function allPassed({ onDisk, run }: Case): boolean {
  const passed = run?.outcomes.filter(({ outcome }) => outcome === 'passed') ?? [];
  return passed.length === onDisk.exercise.checks.length;
}

function first(all: readonly ((of: Case) => Diagnosis | null)[], of: Case): Diagnosis | null {
  for (const one of all) {
    const found = one(of);
    if (found) return found;
  }
  return null;
}
