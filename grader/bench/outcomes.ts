// Did both sides do the same work? A side that fails early is faster without being better.

/** Passed or not, by submission, exercise and check. */
export type Outcomes = ReadonlyMap<string, boolean>;

export function outcomeKey(submission: string, exerciseId: string, checkId: string): string {
  return `${submission} ${exerciseId} ${checkId}`;
}

export function countPassed(outcomes: Outcomes): { readonly passed: number; readonly failed: number } {
  const passed = [...outcomes.values()].filter(Boolean).length;
  return { passed, failed: outcomes.size - passed };
}

/** Keys on which the two differ, or which only one of them has. */
export function disagreements(one: Outcomes, other: Outcomes): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
}
