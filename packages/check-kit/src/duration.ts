// Seconds as a person says them.

const units: readonly (readonly [string, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** `2592` -> "43 minutes"; in the largest unit of which there are at least two, rounded. */
export function inWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (!Number.isFinite(whole)) return 'no time at all';
  if (whole <= 0) return 'already over';
  const [unit, size] = units.find(([, length]) => whole >= 2 * length) ?? ['second', 1];
  const count = Math.round(whole / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
