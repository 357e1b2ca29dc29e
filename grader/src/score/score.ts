// Points: arithmetic over outcomes, nothing else.

import type { CheckManifest, CheckOutcome, Exercise, ReportCheck, ReportExercise } from '@cookie-lessons/lesson-contract';

import type { ExerciseRun } from '../run-checks/exercise-run';

/** Which exercises were asked for. Made by score/assignment.ts. */
export interface CountedExercises {
  readonly assignment: string | null;
  shown(exercise: Exercise): boolean;
  counts(exercise: Exercise): boolean;
  isDue(studentId: string): boolean;
  /** Seconds after the due date, and the share of the points that it costs, 0 to 1. */
  lateness(studentId: string, receivedAt: string | null): { seconds: number; deduction: number };
}

/** @param run null when nothing was handed in for the exercise. @param problems why a declared file could not be taken in. */
export function scoreExercise(exercise: Exercise, run: ExerciseRun | null, problems: readonly string[]): ReportExercise {
  const outcomes = new Map((run?.outcomes ?? []).map((outcome) => [outcome.checkId, outcome]));
  const checks = exercise.checks.map((check) => scoreCheck(exercise, check, outcomes.get(check.id) ?? null));
  return {
    id: exercise.id,
    title: exercise.title,
    state: run?.state ?? 'not-started',
    seconds: Math.round((run?.seconds ?? 0) * 1000) / 1000,
    endedBecause: run?.endedBecause ?? 'answered',
    points: sum(checks),
    checks,
    advice: [...problems, ...(run?.advice ?? [])],
  };
}

function scoreCheck(
  exercise: Exercise,
  { id, sentence, visible, points, section }: CheckManifest,
  outcome: CheckOutcome | null,
): ReportCheck {
  const passed = outcome?.outcome === 'passed';
  const misconception = exercise.misconceptions.find((known) => known.id === outcome?.misconception) ?? null;
  return {
    id,
    sentence,
    visible,
    outcome: outcome?.outcome ?? 'not-run',
    points: { earned: passed ? points : 0, possible: points },
    feedback: {
      misconception: misconception?.id ?? null,
      // What a hidden check expected is told to nobody; the misconception is.
      message: [misconception?.message, visible && !passed ? outcome?.explanation : undefined]
        .filter((part) => part !== undefined && part !== '')
        .join('\n'),
      section: misconception?.section ?? section,
    },
  };
}

/** Every exercise that counts, in points, less what lateness costs. */
export function scoreTotal(
  exercises: readonly (ReportExercise & { readonly counts: boolean })[],
  deduction: number,
): { earned: number; possible: number } {
  const counted = exercises.filter(({ counts }) => counts).map(({ points }) => points);
  const { earned, possible } = sum(counted.map((points) => ({ points })));
  return { earned: Math.round(earned * (1 - deduction) * 100) / 100, possible };
}

function sum(items: readonly { readonly points: { readonly earned: number; readonly possible: number } }[]): {
  earned: number;
  possible: number;
} {
  return items.reduce(
    (total, { points }) => ({ earned: total.earned + points.earned, possible: total.possible + points.possible }),
    { earned: 0, possible: 0 },
  );
}
