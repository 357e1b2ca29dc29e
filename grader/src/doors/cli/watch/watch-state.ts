// What the watch screen knows. Changed by update.ts alone, drawn by draw-screen.ts.

import type { ReportExercise } from '@cookie-lessons/lesson-contract';

import type { Diagnosis } from '../../../diagnose/diagnose';
import type { Standing } from '../../../progress/progress-file';
import type { Exchange } from '../../../run-checks/exercise-run';

/** One exercise as the course has it. */
export interface Row {
  readonly id: string;
  readonly title: string;
  /** e.g. `1. Plain cookies` */
  readonly lesson: string;
  readonly minutes: number;
  /** From the repository's root, with `/`. */
  readonly task: string;
  readonly entry: string;
  readonly checks: readonly { readonly id: string; readonly sentence: string; readonly points: number; readonly hint: string }[];
  /** It has an app to look at in a browser. */
  readonly canRun: boolean;
  /** This copy of the course has the solution. */
  readonly hasSolution: boolean;
}

/** What the last check of one exercise gave. */
export interface Outcome {
  readonly report: ReportExercise;
  readonly diagnosis: Diagnosis | null;
  /** Check id -> what was sent last, and what came back; of failed checks. */
  readonly lastExchanges: ReadonlyMap<string, Exchange>;
  readonly typeAdvice: readonly string[];
}

interface RunningApp {
  readonly id: string;
  /** The last lines it printed, oldest first. */
  readonly lines: readonly string[];
}

export interface WatchState {
  readonly rows: readonly Row[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Exercises that look as if they weren't started, because the work is in a file that they don't read. */
  readonly misplaced: ReadonlyMap<string, Diagnosis>;
  /** Index in `rows` of the exercise on the screen. */
  readonly at: number;
  readonly view: 'exercise' | 'list' | 'diff';
  /** In the list. */
  readonly cursor: number;
  /** Lines of the middle part above the screen. */
  readonly scroll: number;
  /** Exercises whose checks are running or wait to be run. */
  readonly checking: ReadonlySet<string>;
  readonly showsHint: boolean;
  /** A question that `y` answers with yes and everything else with no. */
  readonly asks: 'reset' | null;
  readonly app: RunningApp | null;
  readonly diff: readonly string[];
  /** One line about what was done last; empty for none. */
  readonly notice: string;
  /** An exercise other than the one on the screen whose file was saved: Enter goes there. */
  readonly elsewhere: string | null;
}

export function rowAt({ rows, at }: WatchState): Row {
  const row = rows[at];
  if (row === undefined) throw new Error('The course has no exercises.');
  return row;
}

/** The check to look at first: the first that doesn't pass. */
export function firstFailure({ outcomes }: WatchState, id: string): ReportExercise['checks'][number] | null {
  const checks = outcomes.get(id)?.report.checks ?? [];
  return checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome !== 'passed') ?? null;
}

export function isSolved({ standings }: WatchState, id: string): boolean {
  return standings.get(id)?.state === 'solved';
}

/** The hint that `h` shows: of the first check that doesn't pass, or of the first of all. */
export function hintOf(state: WatchState): string {
  const { id, checks } = rowAt(state);
  const failed = firstFailure(state, id)?.id;
  return (checks.find((check) => check.id === failed) ?? checks[0])?.hint ?? '';
}
