// Points: arithmetic over outcomes, nothing else.

import type { CheckManifest, CheckOutcome, Exercise, ReportCheck, ReportExercise } from '@cookie-lessons/lesson-contract';

import type { ExerciseRun } from '../run-checks/exercise-run';

/** Which exercises were asked for. Made by score/assignment.ts. */
export interface CountedExercises {
  readonly assignment: string | null;
  shown(exercise: Exercise): boolean;
  counts(exercise: Exercise): boolean;
  isDue(studentId: string): boolean;
  /** What came of its single questions is not told yet. */
  isWithheld(exercise: Exercise): boolean;
  /** Seconds after the due date, and the share of the points that it costs, 0 to 1. */
  lateness(studentId: string, receivedAt: string | null): { seconds: number; deduction: number };
}

/** What was handed in for one exercise and what came of it. */
export interface RanExercise {
  /** null when nothing was handed in. */
  readonly run: ExerciseRun | null;
  /** Why a declared file could not be taken in. */
  readonly problems: readonly string[];
  readonly isWithheld: boolean;
}

export function scoreExercise(exercise: Exercise, { run, problems, isWithheld }: RanExercise): ReportExercise {
  const outcomes = new Map((run?.outcomes ?? []).map((outcome) => [outcome.checkId, outcome]));
  const checks = exercise.checks.map((check) => scoreCheck(exercise, check, outcomes.get(check.id) ?? null));
  return {
    id: exercise.id,
    title: exercise.title,
    state: run?.state ?? 'not-started',
    seconds: Math.round((run?.seconds ?? 0) * 1000) / 1000,
    endedBecause: run?.endedBecause ?? 'answered',
    points: sum(checks),
    ...(isWithheld ? { withheld: true } : {}),
    checks: isWithheld ? checks.map(withhold) : checks,
    advice: [...problems, ...(run?.advice ?? [])],
  };
}

function withhold({ points, feedback, ...check }: ReportCheck): ReportCheck {
  return {
    ...check,
    outcome: 'not-run',
    points: { earned: 0, possible: points.possible },
    feedback: { misconception: null, message: 'Withheld until the sheet is closed.', section: feedback.section },
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
    points: { earned: passed ? points : rounded(points * (outcome?.earnedFraction ?? 0)), possible: points },
    feedback: {
      misconception: misconception?.id ?? null,
      // What a hidden check expected is told to nobody; the misconception is.
      message: [misconception?.message, (visible || exercise.kind === 'quiz') && !passed ? outcome?.explanation : undefined]
        .filter((part) => part !== undefined && part !== '')
        .join('\n'),
      section: misconception?.section ?? section,
    },
  };
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

/** Every exercise that counts, in points, less what lateness costs. */
export function scoreTotal(
  exercises: readonly (ReportExercise & { readonly counts: boolean })[],
  deduction: number,
): { earned: number; possible: number } {
  const counted = exercises.filter(({ counts }) => counts).map(({ points }) => points);
  const { earned, possible } = sum(counted.map((points) => ({ points })));
  return { earned: rounded(earned * (1 - deduction)), possible };
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
