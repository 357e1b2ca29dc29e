// What a diagnosis is, and what it is made from.

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import type { ExerciseRun } from '../run-checks/exercise-run';
import type { Symptom } from '../run-checks/symptom';

export interface Place {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

export interface Diagnosis {
  /** e.g. `nothing-exported` */
  readonly id: string;
  /** What happened, to what. May quote the program: print it with forTerminal or forHtml. */
  readonly what: string;
  /** In the student's own files. */
  readonly where: Place | null;
  /** What to do next. */
  readonly repair: string;
  /** The program answers all the same, and the checks' own words stand: this costs nothing. */
  readonly isAdvice?: true;
}

export interface Case {
  readonly onDisk: ExerciseOnDisk;
  /** The declared files that are there, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** null where nothing has been run, e.g. because every declared file is still the starter. */
  readonly run: ExerciseRun | null;
  /** Files beside them that the exercise doesn't read. Only a workspace has them. */
  readonly undeclared: readonly UndeclaredFile[];
}

export interface UndeclaredFile {
  readonly path: string;
  /** It says something else than the declared files, and was saved after all of them. */
  readonly isNewer: boolean;
}

/** The first symptom of a kind. */
export function symptomOf<Kind extends Symptom['kind']>({ run }: Case, kind: Kind): (Symptom & { kind: Kind }) | null {
  const found = run?.symptoms.find((symptom): symptom is Symptom & { kind: Kind } => symptom.kind === kind);
  return found ?? null;
}
