// The progress file's text, taken apart at the border. What isn't exactly version 1 is not guessed at.

export interface NotedExercise {
  /** Of the declared files that were checked. */
  readonly contentHash: string;
  /** Ids of the checks that passed. */
  readonly passed: readonly string[];
  /** How many checks were run. */
  readonly checks: number;
  readonly points: { readonly earned: number; readonly possible: number };
  /** ISO 8601. */
  readonly checkedAt: string;
  /** ISO 8601; null as long as something fails. */
  readonly solvedAt: string | null;
}

/** @returns null for anything but a whole file of version 1. */
export function parseProgress(text: string): Readonly<Record<string, NotedExercise>> | null {
  const file = parsed(text);
  if (!isRecord(file) || file.version !== 1 || !isRecord(file.exercises)) return null;
  return Object.values(file.exercises).every(isNoted) ? (file.exercises as Record<string, NotedExercise>) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isNoted(value: unknown): value is NotedExercise {
  return (
    isRecord(value) &&
    typeof value.contentHash === 'string' &&
    Array.isArray(value.passed) &&
    value.passed.every((id) => typeof id === 'string') &&
    Number.isInteger(value.checks) &&
    isRecord(value.points) &&
    Number.isFinite(value.points.earned) &&
    Number.isFinite(value.points.possible) &&
    isInstant(value.checkedAt) &&
    (value.solvedAt === null || isInstant(value.solvedAt))
  );
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
